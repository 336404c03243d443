import { type LambdaName, type Reach, roleOf, wiring } from '@mayfly/lambdas/wiring'
import { Duration } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import * as logs from 'aws-cdk-lib/aws-logs'
import * as sqs from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { environmentOf, knownVariables, type Variables } from './environment.ts'
import { keepLogs } from './keep-logs.ts'
import type { Plan } from './plan.ts'
import { networkInterfaces } from './rights.ts'
import type { Database } from './stacks/database.ts'
import type { Network } from './stacks/network.ts'

/** Where the code of a function is, made ready for Lambda. */
export type CodeOf = (name: LambdaName) => lambda.Code

export interface FunctionSurroundings {
  plan: Plan
  codeOf: CodeOf
  network: Network
  database: Database
}

interface FunctionOwn {
  rights?: iam.PolicyStatement[]
  /** What only its own stack can tell. */
  variables?: Variables
}

interface Limits {
  seconds: number
  memoryMegabytes: number
}

/** What a function may take. Cognito waits for five seconds, the gateway for thirty. */
const limits: Record<LambdaName, Limits> = {
  'authorize-request': { seconds: 10, memoryMegabytes: 256 },
  'answer-preflight': { seconds: 5, memoryMegabytes: 128 },
  'presign-upload': { seconds: 15, memoryMegabytes: 256 },
  'process-image': { seconds: 60, memoryMegabytes: 1_769 },
  'create-user': { seconds: 5, memoryMegabytes: 256 },
  'deliver-message': { seconds: 30, memoryMegabytes: 256 },
  'expire-posts': { seconds: 300, memoryMegabytes: 256 },
}

/** Letters that nobody read for so long are gone: they hold keys, never what somebody wrote. */
const LETTER_DAYS = 4

/** A function of the wiring: its code, its environment and its role, with the rights that it is given and no others. */
export class MayflyFunction extends lambda.Function {
  /** Where that ends which the function could not do; undefined when whoever asks is told at once. */
  readonly letters: sqs.Queue | undefined

  constructor(
    scope: Construct,
    surroundings: FunctionSurroundings,
    name: LambdaName,
    { rights = [], variables = {} }: FunctionOwn = {},
  ) {
    const { plan, codeOf, network, database } = surroundings
    const { on, reaches } = wiring[name]
    const needsDatabase = (reaches as readonly Reach[]).includes('postgres')
    const isAsked = 'authorizer' in on || 'route' in on || 'cognito' in on
    const log = new logs.LogGroup(scope, `${name}-log`, {
      logGroupName: `/aws/lambda/${plan.names.function(name)}`,
      ...keepLogs(plan.size),
    })
    const role = new iam.Role(scope, `${name}-role`, {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `Mayfly: what ${name} may do.`,
    })
    const letters = isAsked ? undefined : letterQueue(scope, name)
    super(scope, name, {
      functionName: plan.names.function(name),
      description: `Mayfly: ${name}`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: codeOf(name),
      timeout: Duration.seconds(limits[name].seconds),
      memorySize: limits[name].memoryMegabytes,
      logGroup: log,
      role: withoutUpdates(role),
      environment: environmentOf(name, {
        ...knownVariables(plan),
        DATABASE_URL: database.urlFor(roleOf(name)),
        ...variables,
      }),
      ...(plan.size.functionConcurrency !== undefined && needsDatabase
        ? { reservedConcurrentExecutions: plan.size.functionConcurrency }
        : {}),
      ...(needsDatabase
        ? {
            vpc: network.vpc,
            vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
            securityGroups: [network.functions],
            // It has no way to the internet, and needs none.
            allowPublicSubnet: true,
          }
        : {}),
      ...(letters && !('stream' in on) ? { deadLetterQueue: letters } : {}),
    })
    this.letters = letters
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [log.logGroupArn],
      }),
    )
    if (needsDatabase) {
      role.addToPolicy(networkInterfaces)
      role.addToPolicy(database.allowSigningIn(roleOf(name)))
    }
    if (letters)
      role.addToPolicy(
        new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [letters.queueArn] }),
      )
    for (const right of rights) role.addToPolicy(right)
  }
}

/** What CDK would grant by itself is left to this file, which grants less. */
const withoutUpdates = (role: iam.Role): iam.IRole => role.withoutPolicyUpdates()

function letterQueue(scope: Construct, name: LambdaName): sqs.Queue {
  return new sqs.Queue(scope, `${name}-letters`, {
    queueName: `mayfly-${name}-letters`,
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(LETTER_DAYS),
  })
}
