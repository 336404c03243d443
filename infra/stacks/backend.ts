import { healthRoutes } from '@mayfly/contract/health'
import { roleOf } from '@mayfly/lambdas/wiring'
import { Duration, Stack } from 'aws-cdk-lib'
import type * as acm from 'aws-cdk-lib/aws-certificatemanager'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import * as logs from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { knownVariables } from '../environment.ts'
import { imageTagIn } from '../image-tag.ts'
import { keepForOthers } from '../keep-for-others.ts'
import { keepLogs } from '../keep-logs.ts'
import type { Plan } from '../plan.ts'
import { rightsFor } from '../rights.ts'
import { onArm, taskRoles } from '../task-roles.ts'
import type { Containers } from './containers.ts'
import type { Database } from './database.ts'
import type { Identity } from './identity.ts'
import { BACKEND_PORT, type Network } from './network.ts'

/** Longer than the pause between two beats of a live stream. */
const IDLE = Duration.seconds(120)
const BUSY_PERCENT = 60

interface Parts {
  plan: Plan
  network: Network
  containers: Containers
  database: Database
  identity: Identity
  certificate: acm.ICertificate
}

/** The container on Fargate behind the load balancer. Its image is there before it is: docs/deploy.md. */
export class Backend extends Stack {
  readonly balancer: elb.ApplicationLoadBalancer
  readonly listener: elb.ApplicationListener
  readonly targets: elb.ApplicationTargetGroup
  readonly service: ecs.FargateService

  constructor(scope: Construct, id: string, parts: Parts) {
    super(scope, id, { env: parts.plan.env, description: 'Mayfly: the backend.' })
    this.balancer = this.makeBalancer(parts)
    this.listener = this.balancer.addListener('Https', {
      port: 443,
      protocol: elb.ApplicationProtocol.HTTPS,
      certificates: [parts.certificate],
      sslPolicy: elb.SslPolicy.TLS13_RES,
      // The groups of the network say who may come, and nobody else.
      open: false,
    })
    keepForOthers(this.balancer, this.listener)
    this.service = this.makeService(parts)
    this.targets = this.listener.addTargets('Tasks', {
      port: BACKEND_PORT,
      protocol: elb.ApplicationProtocol.HTTP,
      targets: [this.service.loadBalancerTarget({ containerName: 'backend', containerPort: BACKEND_PORT })],
      healthCheck: {
        path: healthRoutes.showHealth.path,
        port: String(BACKEND_PORT),
        healthyHttpCodes: '200',
        interval: Duration.seconds(15),
        timeout: Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 3,
      },
      deregistrationDelay: Duration.seconds(20),
    })
  }

  private makeBalancer({ network }: Parts): elb.ApplicationLoadBalancer {
    return new elb.ApplicationLoadBalancer(this, 'Balancer', {
      loadBalancerName: 'mayfly',
      vpc: network.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      internetFacing: false,
      securityGroup: network.balancer,
      dropInvalidHeaderFields: true,
      idleTimeout: IDLE,
    })
  }

  private makeService(parts: Parts): ecs.FargateService {
    const { plan, network, containers } = parts
    const { least, most } = plan.size.tasks
    const service = new ecs.FargateService(this, 'Service', {
      serviceName: plan.names.service,
      cluster: containers.cluster,
      // How many tasks there are is left to the scaling: a number here would be set again by each release, whatever the load.
      taskDefinition: this.makeTask(parts),
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      // A task that does not come up is given up, and the one before stays.
      circuitBreaker: { rollback: true },
      healthCheckGracePeriod: Duration.seconds(60),
      // Without a NAT gateway this is its way to Cognito and the registry; the group lets nobody in but the balancer.
      assignPublicIp: true,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      securityGroups: [network.backend],
    })
    service.autoScaleTaskCount({ minCapacity: least, maxCapacity: most }).scaleOnCpuUtilization('Busy', {
      targetUtilizationPercent: BUSY_PERCENT,
      scaleInCooldown: Duration.minutes(5),
      scaleOutCooldown: Duration.minutes(1),
    })
    return service
  }

  private makeTask({ plan, containers, database, identity }: Parts): ecs.FargateTaskDefinition {
    const { names, size, env } = plan
    const log = new logs.LogGroup(this, 'Log', { logGroupName: '/mayfly/backend', ...keepLogs(size) })
    const { taskRole, executionRole } = taskRoles(this, 'Task', {
      containers,
      secretArns: [identity.clientSecret.secretArn, identity.rateSecret.secretArn],
      logGroupArn: log.logGroupArn,
    })
    taskRole.addToPolicy(database.allowSigningIn(roleOf('backend')))
    for (const right of rightsFor(names, env.region, env.account).backend(identity.pool.userPoolArn))
      taskRole.addToPolicy(right)

    const task = new ecs.FargateTaskDefinition(this, 'Task', {
      family: 'mayfly-backend',
      cpu: size.task.cpu,
      memoryLimitMiB: size.task.memoryMegabytes,
      runtimePlatform: onArm,
      taskRole: taskRole.withoutPolicyUpdates(),
      executionRole: executionRole.withoutPolicyUpdates(),
    })
    // Without its rights ECS could not bring up a task, and would give the release up.
    task.node.addDependency(executionRole)
    task.addContainer('backend', {
      image: ecs.ContainerImage.fromEcrRepository(containers.repository, imageTagIn(this, names)),
      readonlyRootFilesystem: true,
      portMappings: [{ containerPort: BACKEND_PORT }],
      stopTimeout: Duration.seconds(30),
      logging: ecs.LogDrivers.awsLogs({ logGroup: log, streamPrefix: 'backend' }),
      environment: backendEnvironment(plan, database, identity),
      secrets: {
        COGNITO_CLIENT_SECRET: ecs.Secret.fromSecretsManager(identity.clientSecret),
        RATE_SECRET: ecs.Secret.fromSecretsManager(identity.rateSecret),
      },
    })
    return task
  }
}

/** Every variable of `config/` but the secret ones, and those that have a default. */
const backendEnvironment = (plan: Plan, database: Database, identity: Identity) => ({
  ...knownVariables(plan),
  PORT: String(BACKEND_PORT),
  AWS_REGION: plan.env.region,
  DATABASE_URL: database.urlFor(roleOf('backend')),
  COGNITO_USER_POOL_ID: identity.pool.userPoolId,
  COGNITO_CLIENT_ID: identity.client.userPoolClientId,
})
