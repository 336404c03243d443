import { Duration, Stack } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as sns from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { type AlarmSpec, alarmsOf, type Watched } from '../alarms.ts'
import { widgetsOf } from '../dashboard.ts'
import type { Plan } from '../plan.ts'

/** One dashboard of everything, and the alarms of which an operator hears by mail. */
export class Watch extends Stack {
  readonly topic: sns.Topic

  constructor(scope: Construct, id: string, { names, settings, env }: Plan, watched: Watched) {
    super(scope, id, { env, description: 'Mayfly: dashboard and alarms.' })
    this.topic = new sns.Topic(this, 'Alarms', {
      topicName: 'mayfly-alarms',
      displayName: 'Mayfly',
      enforceSSL: true,
    })
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': env.account } },
      }),
    )
    this.topic.addSubscription(new EmailSubscription(settings.operatorEmail))
    for (const spec of alarmsOf(watched)) this.alarm(spec)
    new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: names.dashboard,
      defaultInterval: Duration.hours(3),
      widgets: widgetsOf(watched),
    })
  }

  private alarm({ name, says, metric, above, periods = 1, below, atSilence = false }: AlarmSpec): void {
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmName: `mayfly-${name}`,
      alarmDescription: `${says} What to do: docs/deploy.md, "${name}".`,
      metric,
      threshold: above ?? below ?? 0,
      comparisonOperator:
        above === undefined
          ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
          : cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: atSilence
        ? cloudwatch.TreatMissingData.BREACHING
        : cloudwatch.TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    alarm.addOkAction(new SnsAction(this.topic))
  }
}
