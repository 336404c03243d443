import { Duration, Stack } from 'aws-cdk-lib'
import * as events from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { Construct } from 'constructs'
import { type FunctionSurroundings, MayflyFunction } from '../mayfly-function.ts'
import { rightsFor } from '../rights.ts'

/** The function that deletes what has expired, every minute. */
export class Sweep extends Stack {
  readonly expirePosts: MayflyFunction

  constructor(scope: Construct, id: string, surroundings: FunctionSurroundings) {
    const { names, env } = surroundings.plan
    super(scope, id, { env, description: 'Mayfly: what has expired is deleted.' })
    this.expirePosts = new MayflyFunction(this, surroundings, 'expire-posts', {
      rights: rightsFor(names, env.region, env.account)['expire-posts'],
    })
    new events.Rule(this, 'EveryMinute', {
      description: 'Mayfly: expire-posts',
      schedule: events.Schedule.rate(Duration.minutes(1)),
      // The next minute comes anyhow.
      targets: [new LambdaFunction(this.expirePosts, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    })
  }
}
