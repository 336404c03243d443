import { Duration, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import * as gateway from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpAlbIntegration, HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type * as acm from 'aws-cdk-lib/aws-certificatemanager'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import * as logs from 'aws-cdk-lib/aws-logs'
import { RecordTarget } from 'aws-cdk-lib/aws-route53'
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets'
import { gateway as gatewaySettings } from '@mayfly/config/gateway'
import { gatewayHeaders } from '@mayfly/config/gateway-headers'
import { type Route } from '@mayfly/contract/route'
import { routes } from '@mayfly/contract/routes'
import { wiring } from '@mayfly/lambdas/wiring'
import type { Construct } from 'constructs'
import { keepLogs } from '../keep-logs.ts'
import { type FunctionSurroundings, MayflyFunction } from '../mayfly-function.ts'
import { pointBoth } from '../records.ts'
import { rightsFor } from '../rights.ts'
import type { Identity } from './identity.ts'

/** What the gateway notes of a request: the route and not the path, for a path names a post, and no query. */
const logFormat = {
  time: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
  error: '$context.error.message',
  authorizerError: '$context.authorizer.error',
}

interface Parts {
  surroundings: FunctionSurroundings
  certificate: acm.ICertificate
  identity: Identity
  listener: elb.IApplicationListener
}

/** The HTTP API at api.<domain>: the contract's routes, line by line, and the functions that it asks itself. */
export class Api extends Stack {
  readonly api: gateway.HttpApi
  readonly functions: MayflyFunction[]

  constructor(scope: Construct, id: string, { surroundings, certificate, identity, listener }: Parts) {
    const { plan, network } = surroundings
    const { names, size, env } = plan
    super(scope, id, { env, description: 'Mayfly: the API.' })
    const rights = rightsFor(names, env.region, env.account)
    const authorizeRequest = new MayflyFunction(
      this,
      'authorize-request',
      surroundings,
      {
        COGNITO_USER_POOL_ID: identity.pool.userPoolId,
        COGNITO_CLIENT_ID: identity.client.userPoolClientId,
      },
      [],
    )
    const answerPreflight = new MayflyFunction(
      this,
      'answer-preflight',
      surroundings,
      { SITE_ORIGINS: names.siteOrigins.join(',') },
      [],
    )
    const presignUpload = new MayflyFunction(
      this,
      'presign-upload',
      surroundings,
      { RAW_BUCKET: names.rawBucket, SITE_ORIGINS: names.siteOrigins.join(',') },
      rights['presign-upload'],
    )
    this.functions = [authorizeRequest, answerPreflight, presignUpload]

    const domain = new gateway.DomainName(this, 'Domain', {
      domainName: names.apiHost,
      certificate,
      securityPolicy: gateway.SecurityPolicy.TLS_1_2,
    })
    this.api = new gateway.HttpApi(this, 'Api', {
      apiName: 'mayfly',
      description: 'Mayfly',
      disableExecuteApiEndpoint: true,
      createDefaultStage: false,
    })
    const log = new logs.LogGroup(this, 'AccessLog', {
      logGroupName: '/mayfly/api',
      ...keepLogs(size),
    })
    new gateway.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      domainMapping: { domainName: domain },
      throttle: { rateLimit: size.throttle.rate, burstLimit: size.throttle.burst },
      accessLogSettings: {
        destination: new gateway.LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(logFormat)),
      },
    })
    const authorizer = new HttpLambdaAuthorizer('Authorizer', authorizeRequest, {
      authorizerName: 'authorize-request',
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ['$request.header.Authorization'],
      resultsCacheTtl: Duration.seconds(gatewaySettings.authorizerTtlSeconds),
    })
    const link = new gateway.VpcLink(this, 'Link', {
      vpcLinkName: 'mayfly',
      vpc: network.vpc,
      subnets: { subnetType: ec2.SubnetType.PUBLIC },
      securityGroups: [network.link],
    })
    const integrations = {
      backend: new HttpAlbIntegration('Backend', listener, {
        vpcLink: link,
        secureServerName: names.backendHost,
        parameterMapping: mappingOf(gatewayHeaders),
      }),
      'presign-upload': new HttpLambdaIntegration('PresignUpload', presignUpload),
    } satisfies Record<Route['by'], gateway.HttpRouteIntegration>
    for (const { method, path, auth, by } of Object.values(routes) as Route[]) {
      const needsToken = auth === 'required' || auth === 'moderator'
      this.api.addRoutes({
        path,
        methods: [gateway.HttpMethod[method]],
        integration: integrations[by],
        ...(needsToken ? { authorizer } : {}),
      })
    }
    const [method = '', path = ''] = wiring['answer-preflight'].on.route.split(' ')
    this.api.addRoutes({
      path,
      methods: [method as gateway.HttpMethod],
      integration: new HttpLambdaIntegration('Preflight', answerPreflight),
    })
    pointBoth(
      this,
      plan,
      names.apiHost,
      RecordTarget.fromAlias(
        new ApiGatewayv2DomainProperties(domain.regionalDomainName, domain.regionalHostedZoneId),
      ),
    )
  }
}

function mappingOf(headers: Record<string, string>): gateway.ParameterMapping {
  const mapping = new gateway.ParameterMapping()
  for (const [name, variable] of Object.entries(headers))
    mapping.overwriteHeader(name, gateway.MappingValue.custom(variable))
  return mapping
}
