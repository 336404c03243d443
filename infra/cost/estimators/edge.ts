import { type Charge, type Estimator, expectProperty, GIGABYTE, refuse } from '../estimator.ts'
import { liveBytes } from './backend.ts'

interface Distribution {
  Aliases: string[]
  DefaultCacheBehavior: { FunctionAssociations?: unknown[] }
}

export const edge = {
  'AWS::ApiGatewayV2::Api': (resource) => {
    expectProperty(resource, 'ProtocolType', 'HTTP')
    const { requests, preflights, answerBytes } = resource.usage
    const bytes = requests * answerBytes
    return [
      { service: 'API Gateway', what: 'requests', price: 'apiRequest', quantity: requests },
      { service: 'API Gateway', what: 'preflights', price: 'apiRequest', quantity: preflights },
      {
        service: 'Data transfer',
        what: 'answers of the API',
        price: 'transferOut',
        quantity: bytes / GIGABYTE,
      },
    ]
  },

  /** The one at assets.<domain> shows pictures; the other one is the site, and the way of live events. */
  'AWS::CloudFront::Distribution': (resource) => {
    const config = resource.properties.DistributionConfig as Distribution
    const isAssets = config.Aliases.some((host) => host.startsWith('assets.'))
    const { usage } = resource
    const { pictureViews, pictureBytes, siteRequests, siteBytes, sessions } = usage
    const seen = isAssets
      ? { what: 'pictures', requests: pictureViews, others: 0, bytes: pictureViews * pictureBytes }
      : {
          what: 'site and live events',
          requests: siteRequests,
          others: sessions,
          bytes: siteRequests * siteBytes + liveBytes(usage),
        }
    const functions = config.DefaultCacheBehavior.FunctionAssociations?.length ?? 0
    const service = 'CloudFront'
    return [
      {
        service,
        what: `bytes, ${seen.what}`,
        price: 'cdnTransfer',
        quantity: seen.bytes / GIGABYTE,
      },
      {
        service,
        what: `requests, ${seen.what}`,
        price: 'cdnRequest',
        quantity: seen.requests + seen.others,
      },
      {
        service,
        what: `functions, ${seen.what}`,
        price: 'cdnFunction',
        quantity: seen.requests * functions,
      },
    ]
  },

  /** The zone is there before the stacks are, but without it their records are nowhere. */
  'AWS::Route53::RecordSet': (resource): Charge[] => {
    const zone = resource.properties.HostedZoneId
    if (typeof zone !== 'string') refuse(resource, 'its zone has no plain name.')
    const service = 'Route 53'
    const isAlias = 'AliasTarget' in resource.properties
    return [
      { service, what: 'zone', price: 'zone', quantity: 1, once: zone },
      ...(isAlias
        ? []
        : [{ service, what: 'look-ups', price: 'lookup', quantity: resource.usage.mails } as const]),
    ]
  },
} satisfies Record<string, Estimator>
