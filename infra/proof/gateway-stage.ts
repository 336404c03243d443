import type { Settings } from '../settings-schema.ts'
import { sizes } from '../sizes.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences } from './differences.ts'

interface Stage {
  StageName: string
  AutoDeploy: boolean
  DefaultRouteSettings?: { ThrottlingRateLimit?: number; ThrottlingBurstLimit?: number }
  AccessLogSettings?: { DestinationArn: string; Format: string }
}

/** All that the gateway may note of a request: no path, no query, no address, no token. */
const mayBeNoted = [
  '$context.requestTime',
  '$context.requestId',
  '$context.routeKey',
  '$context.status',
  '$context.responseLatency',
  '$context.integrationStatus',
  '$context.error.message',
  '$context.authorizer.error',
]

/** Whether the gateway slows down who asks too often, and notes nothing that is nobody's business. */
export function stageProblems(templates: Templates, settings: Settings): string[] {
  const { throttle } = sizes[settings.size]
  const stages = deployed<Stage>(templates, settings, 'AWS::ApiGatewayV2::Stage')
  const [api] = deployed<{ DisableExecuteApiEndpoint?: boolean }>(
    templates,
    settings,
    'AWS::ApiGatewayV2::Api',
  )
  const isOpenBesides = api?.properties.DisableExecuteApiEndpoint !== true
  return [
    ...(isOpenBesides ? ["The gateway answers at AWS's own address as well, past its domain."] : []),
    ...differences(
      'The gateway',
      [`the stage $default with ${throttle.rate} requests a second and ${throttle.burst} at once`],
      stages.map(({ properties: { StageName, DefaultRouteSettings: limits } }) => {
        const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = limits ?? {}
        return `the stage ${StageName} with ${rate} requests a second and ${burst} at once`
      }),
    ),
    ...stages.flatMap(({ properties: { StageName, AccessLogSettings: log } }) => {
      if (!log) return [`The stage ${StageName} has no access log.`]
      const noted = log.Format.match(/\$context\.[\w.]+/g) ?? []
      return noted
        .filter((variable) => !mayBeNoted.includes(variable))
        .map((variable) => `The access log of the stage ${StageName} notes ${variable}, which it must not.`)
    }),
  ]
}
