import { gateway } from '@mayfly/config/gateway'
import { gatewayHeaders } from '@mayfly/config/gateway-headers'
import type { Route } from '@mayfly/contract/route'
import { routes } from '@mayfly/contract/routes'
import { wiring } from '@mayfly/lambdas/wiring'
import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences } from './differences.ts'
import { lambdaIn } from './lambda-in.ts'

interface RouteProperties {
  RouteKey: string
  AuthorizationType?: string
  AuthorizerId?: string
  Target: string
}

interface Integration {
  IntegrationType: string
  IntegrationUri: string
  IntegrationMethod?: string
  ConnectionType?: string
  ConnectionId?: string
  PayloadFormatVersion?: string
  RequestParameters?: Record<string, string>
  TlsConfig?: { ServerNameToVerify?: string }
}

interface Authorizer {
  AuthorizerUri: string
  IdentitySource: string[]
  EnableSimpleResponses: boolean
  AuthorizerPayloadFormatVersion: string
  AuthorizerResultTtlInSeconds: number
}

/** Whether the gateway has the contract's routes, each with its door and its target, and no other route but the preflight's. */
export function routeProblems(templates: Templates, settings: Settings): string[] {
  const targets = targetsIn(templates, settings)
  const found = deployed<RouteProperties>(templates, settings, 'AWS::ApiGatewayV2::Route').map(
    ({ properties: { RouteKey, AuthorizationType = 'NONE', AuthorizerId, Target } }) => {
      const door = AuthorizationType === 'CUSTOM' && AuthorizerId ? 'authorize-request' : 'nobody'
      return `${RouteKey}: asks ${door} first, then ${targets.get(Target.replace('integrations/', '')) ?? Target}`
    },
  )
  return differences('The gateway', wantedRoutes(), found)
}

function wantedRoutes(): string[] {
  const ofContract = (Object.values(routes) as Route[]).map(
    ({ method, path, auth, by }) =>
      `${method} ${path}: asks ${auth === 'required' || auth === 'moderator' ? 'authorize-request' : 'nobody'} first, then ${by}`,
  )
  return [...ofContract, `${wiring['answer-preflight'].on.route}: asks nobody first, then answer-preflight`]
}

/** What each integration calls: a function by its name, or the backend when the way to it is whole. */
function targetsIn(templates: Templates, settings: Settings): Map<string, string> {
  const names = namesFor(settings)
  const wanted = JSON.stringify(
    Object.entries(gatewayHeaders).map(([name, value]) => [`overwrite:header.${name}`, value]),
  )
  const integrations = deployed<Integration>(templates, settings, 'AWS::ApiGatewayV2::Integration')
  return new Map(
    integrations.map(({ place, properties }) => {
      const lambda = lambdaIn(properties.IntegrationUri, settings)
      const isFunction =
        properties.IntegrationType === 'AWS_PROXY' && properties.PayloadFormatVersion === '2.0'
      const isBackend =
        properties.ConnectionType === 'VPC_LINK' &&
        properties.IntegrationMethod === 'ANY' &&
        /^mayfly-backend-BalancerHttps/.test(properties.IntegrationUri) &&
        properties.TlsConfig?.ServerNameToVerify === names.backendHost &&
        JSON.stringify(Object.entries(properties.RequestParameters ?? {})) === wanted
      const called = lambda && isFunction ? lambda : isBackend ? 'backend' : `${place}, which leads nowhere`
      return [place, called]
    }),
  )
}

/** Whether the authorizer is asked in the form that it answers in. */
export function authorizerProblems(templates: Templates, settings: Settings): string[] {
  const found = deployed<Authorizer>(templates, settings, 'AWS::ApiGatewayV2::Authorizer')
  if (found.length !== 1) return [`The gateway has ${found.length} authorizers instead of one.`]
  return found.flatMap(({ properties }) =>
    differences(
      'The authorizer',
      [
        'is authorize-request',
        'looks at $request.header.Authorization',
        'answers simply: true',
        'is asked in format 2.0',
        `is believed for ${gateway.authorizerTtlSeconds} s`,
      ],
      [
        `is ${lambdaIn(properties.AuthorizerUri, settings)}`,
        `looks at ${properties.IdentitySource}`,
        `answers simply: ${properties.EnableSimpleResponses}`,
        `is asked in format ${properties.AuthorizerPayloadFormatVersion}`,
        `is believed for ${properties.AuthorizerResultTtlInSeconds} s`,
      ],
    ),
  )
}
