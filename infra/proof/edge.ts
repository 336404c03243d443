import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assetsHeaders, siteHeaders } from '@mayfly/contract/site-headers'
import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences, lines } from './differences.ts'

interface HeadersConfig {
  CustomHeadersConfig?: { Items: { Header: string; Value: string }[] }
  SecurityHeadersConfig: {
    ContentSecurityPolicy?: { ContentSecurityPolicy: string }
    ContentTypeOptions?: object
    ReferrerPolicy?: { ReferrerPolicy: string }
    StrictTransportSecurity?: { AccessControlMaxAgeSec: number; IncludeSubdomains?: boolean }
  }
}

interface Behavior {
  ResponseHeadersPolicyId?: string
  FunctionAssociations?: { EventType: string; FunctionARN: string }[]
}

interface Distribution {
  DistributionConfig: { DefaultCacheBehavior: Behavior; CacheBehaviors?: Behavior[] }
}

const places = { site: 'mayfly-site', pictures: 'mayfly-pictures' } as const

/** Whether site and CDN say the headers of `contract/site-headers.ts` with every answer, and run the functions of `lambdas/`. */
export function edgeProblems(templates: Templates, settings: Settings): string[] {
  const names = namesFor(settings)
  const headers = {
    site: siteHeaders({
      apiOrigin: `https://${names.apiHost}`,
      assetsOrigin: `https://${names.assetsHost}`,
      uploadsOrigin: names.bucketOrigin(names.rawBucket),
      heldOrigin: names.bucketOrigin(names.processedBucket),
    }),
    pictures: assetsHeaders,
  }
  const files = { site: 'site-viewer.js', pictures: 'assets-viewer.js' }
  return (['site', 'pictures'] as const).flatMap((which) => [
    ...differences(
      `CloudFront's ${which}`,
      lines(headers[which]),
      lines(headersOf(which, templates, settings)),
    ),
    ...behaviorProblems(which, templates, settings),
    ...codeProblems(which, files[which], templates, settings),
  ])
}

function headersOf(which: keyof typeof places, templates: Templates, settings: Settings): object {
  const policies = deployed<{ ResponseHeadersPolicyConfig: HeadersConfig }>(
    templates,
    settings,
    'AWS::CloudFront::ResponseHeadersPolicy',
  )
  const config = policies.find(({ stack }) => stack === places[which])?.properties.ResponseHeadersPolicyConfig
  if (!config) return {}
  const { CustomHeadersConfig, SecurityHeadersConfig: own } = config
  const { AccessControlMaxAgeSec: seconds, IncludeSubdomains } = own.StrictTransportSecurity ?? {}
  return {
    ...Object.fromEntries((CustomHeadersConfig?.Items ?? []).map(({ Header, Value }) => [Header, Value])),
    'content-security-policy': own.ContentSecurityPolicy?.ContentSecurityPolicy,
    'strict-transport-security': `max-age=${seconds}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'referrer-policy': own.ReferrerPolicy?.ReferrerPolicy,
    ...(own.ContentTypeOptions ? { 'x-content-type-options': 'nosniff' } : {}),
  }
}

function behaviorProblems(which: keyof typeof places, templates: Templates, settings: Settings): string[] {
  const distributions = deployed<Distribution>(templates, settings, 'AWS::CloudFront::Distribution')
  const own = distributions.filter(({ stack }) => stack === places[which])
  return own.flatMap(({ place, properties: { DistributionConfig: config } }) => {
    const bare = [config.DefaultCacheBehavior, ...(config.CacheBehaviors ?? [])].filter(
      ({ ResponseHeadersPolicyId }) => ResponseHeadersPolicyId !== `${places[which]}-Headers`,
    )
    const events = (config.DefaultCacheBehavior.FunctionAssociations ?? []).map(
      ({ EventType, FunctionARN }) => `${EventType} by ${FunctionARN}`,
    )
    const viewer = `by ${places[which]}-Viewer.FunctionARN`
    const asked = which === 'pictures' ? ['viewer-request', 'viewer-response'] : ['viewer-request']
    return [
      ...bare.map(() => `${place} answers some requests without the headers.`),
      ...differences(
        place,
        asked.map((event) => `${event} ${viewer}`),
        events,
      ),
    ]
  })
}

function codeProblems(
  which: keyof typeof places,
  file: string,
  templates: Templates,
  settings: Settings,
): string[] {
  const code = readFileSync(join(import.meta.dirname, '../../lambdas', file), 'utf8')
  const all = deployed<{ FunctionCode: string }>(templates, settings, 'AWS::CloudFront::Function')
  const one = all.find(({ stack }) => stack === places[which])
  return one?.properties.FunctionCode === code ? [] : [`CloudFront's ${which} does not run lambdas/${file}.`]
}
