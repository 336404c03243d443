import { Aws, Duration } from 'aws-cdk-lib'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'

/** Puts these headers on every answer of a distribution, over whatever the origin says. */
export function headersPolicy(
  scope: Construct,
  id: string,
  headers: Readonly<Record<string, string>>,
): cloudfront.ResponseHeadersPolicy {
  const { own, custom } = sorted(headers)
  return new cloudfront.ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: `mayfly-${scope.node.id}-${Aws.REGION}`,
    securityHeadersBehavior: own,
    customHeadersBehavior: {
      customHeaders: Object.entries(custom).map(([header, value]) => ({ header, value, override: true })),
    },
    removeHeaders: ['server', 'x-amz-server-side-encryption', 'x-amz-version-id'],
  })
}

/** CloudFront takes the headers that it knows in fields of their own, and refuses them as custom ones. */
function sorted(headers: Readonly<Record<string, string>>) {
  const {
    'content-security-policy': contentSecurityPolicy = '',
    'strict-transport-security': strictTransport = '',
    'x-content-type-options': _,
    'referrer-policy': referrerPolicy = '',
    ...custom
  } = headers
  const own = {
    contentSecurityPolicy: { contentSecurityPolicy, override: true },
    strictTransportSecurity: { ...strictTransportOf(strictTransport), override: true },
    contentTypeOptions: { override: true },
    referrerPolicy: { referrerPolicy: referrerPolicy as cloudfront.HeadersReferrerPolicy, override: true },
  }
  return { own, custom }
}

function strictTransportOf(header: string) {
  const seconds = Number(/max-age=(\d+)/.exec(header)?.[1])
  if (!Number.isInteger(seconds)) throw new Error(`Strict-Transport-Security has no max-age: ${header}`)
  return {
    accessControlMaxAge: Duration.seconds(seconds),
    includeSubdomains: /includeSubDomains/.test(header),
  }
}
