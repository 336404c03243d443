import { gateway as gatewaySettings } from '@mayfly/config/gateway'
import { gatewayHeaders } from '@mayfly/config/gateway-headers'
import type { Route } from '@mayfly/contract/route'
import { routes } from '@mayfly/contract/routes'
import { wiring } from '@mayfly/lambdas/wiring'
import { Duration, SecretValue, Stack } from 'aws-cdk-lib'
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
  readonly authorizeRequest: MayflyFunction
  readonly answerPreflight: MayflyFunction
  readonly presignUpload: MayflyFunction

  constructor(scope: Construct, id: string, parts: Parts) {
    const { surroundings, identity } = parts
    const { names, env } = surroundings.plan
    super(scope, id, { env, description: 'Mayfly: the API.' })
    this.authorizeRequest = new MayflyFunction(this, surroundings, 'authorize-request', {
      variables: {
        COGNITO_USER_POOL_ID: identity.pool.userPoolId,
        COGNITO_CLIENT_ID: identity.client.userPoolClientId,
      },
    })
    this.answerPreflight = new MayflyFunction(this, surroundings, 'answer-preflight')
    this.presignUpload = new MayflyFunction(this, surroundings, 'presign-upload', {
      rights: rightsFor(names, env.region, env.account)['presign-upload'],
      // From where it runs, Secrets Manager is out of reach: CloudFormation reads the secret for it.
      variables: { RATE_SECRET: SecretValue.secretsManager(names.rateSecret).unsafeUnwrap() },
    })
    this.api = new gateway.HttpApi(this, 'Api', {
      apiName: 'mayfly',
      description: 'Mayfly',
      disableExecuteApiEndpoint: true,
      createDefaultStage: false,
    })
    this.addContractRoutes(parts)
    this.addPreflight()
    this.serveAt(parts)
  }

  private addContractRoutes({ surroundings, listener }: Parts): void {
    const { plan, network } = surroundings
    const link = new gateway.VpcLink(this, 'Link', {
      vpcLinkName: 'mayfly',
      vpc: network.vpc,
      subnets: { subnetType: ec2.SubnetType.PUBLIC },
      securityGroups: [network.link],
    })
    const integrations = {
      backend: new HttpAlbIntegration('Backend', listener, {
        vpcLink: link,
        secureServerName: plan.names.backendHost,
        parameterMapping: mappingOf(gatewayHeaders),
      }),
      'presign-upload': new HttpLambdaIntegration('PresignUpload', this.presignUpload),
    } satisfies Record<Route['by'], gateway.HttpRouteIntegration>
    const authorizer = new HttpLambdaAuthorizer('Authorizer', this.authorizeRequest, {
      authorizerName: 'authorize-request',
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ['$request.header.Authorization'],
      resultsCacheTtl: Duration.seconds(gatewaySettings.authorizerTtlSeconds),
    })
    for (const { method, path, auth, by } of Object.values(routes) as Route[]) {
      const needsToken = auth === 'required' || auth === 'moderator'
      this.api.addRoutes({
        path,
        methods: [gateway.HttpMethod[method]],
        integration: integrations[by],
        ...(needsToken ? { authorizer } : {}),
      })
    }
  }

  private addPreflight(): void {
    const [method = '', path = ''] = wiring['answer-preflight'].on.route.split(' ')
    this.api.addRoutes({
      path,
      methods: [method as gateway.HttpMethod],
      integration: new HttpLambdaIntegration('Preflight', this.answerPreflight),
    })
  }

  private serveAt({ surroundings, certificate }: Parts): void {
    const { plan } = surroundings
    const { names, size } = plan
    const domain = new gateway.DomainName(this, 'Domain', {
      domainName: names.apiHost,
      certificate,
      securityPolicy: gateway.SecurityPolicy.TLS_1_2,
    })
    const log = new logs.LogGroup(this, 'AccessLog', { logGroupName: '/mayfly/api', ...keepLogs(size) })
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
    const { regionalDomainName, regionalHostedZoneId } = domain
    const target = new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId)
    pointBoth(this, plan, names.apiHost, RecordTarget.fromAlias(target))
  }
}

function mappingOf(headers: Record<string, string>): gateway.ParameterMapping {
  const mapping = new gateway.ParameterMapping()
  for (const [name, variable] of Object.entries(headers))
    mapping.overwriteHeader(name, gateway.MappingValue.custom(variable))
  return mapping
}
