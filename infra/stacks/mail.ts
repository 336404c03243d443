import { Stack } from 'aws-cdk-lib'
import * as route53 from 'aws-cdk-lib/aws-route53'
import * as ses from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import type { Plan } from '../plan.ts'

/**
 * Mails come from the domain itself, which proves by its records that they do. It is a stack of its own because Cognito
 * takes no domain whose proof SES has not seen yet, and CloudFormation does not wait for that: docs/deploy.md.
 */
export class Mail extends Stack {
  constructor(scope: Construct, id: string, { settings, env }: Plan) {
    super(scope, id, { env, description: 'Mayfly: the domain that mails come from.' })
    const zone = route53.PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: settings.hostedZoneId,
      zoneName: settings.domain,
    })
    new ses.EmailIdentity(this, 'Sender', { identity: ses.Identity.publicHostedZone(zone) })
  }
}
