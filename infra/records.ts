import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import * as route53 from 'aws-cdk-lib/aws-route53'
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets'
import type { Construct } from 'constructs'
import type { Plan } from './plan.ts'

/** The domain's zone, by its id: it is made with the domain, long before Mayfly. */
export const zoneOf = (scope: Construct, { settings }: Plan): route53.IHostedZone =>
  route53.HostedZone.fromHostedZoneAttributes(scope, 'Zone', {
    hostedZoneId: settings.hostedZoneId,
    zoneName: settings.domain,
  })

/** Points a name to a distribution, for both kinds of addresses. */
export function pointTo(
  scope: Construct,
  plan: Plan,
  host: string,
  distribution: cloudfront.IDistribution,
): void {
  pointBoth(scope, plan, host, route53.RecordTarget.fromAlias(new CloudFrontTarget(distribution)))
}

export function pointBoth(scope: Construct, plan: Plan, host: string, target: route53.RecordTarget): void {
  const zone = (scope.node.tryFindChild('Zone') as route53.IHostedZone | undefined) ?? zoneOf(scope, plan)
  const record = { zone, recordName: host, target }
  new route53.ARecord(scope, `${host} A`, record)
  new route53.AaaaRecord(scope, `${host} AAAA`, record)
}
