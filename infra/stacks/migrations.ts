import { Stack } from 'aws-cdk-lib'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import * as logs from 'aws-cdk-lib/aws-logs'
import * as secrets from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { imageTagIn } from '../image-tag.ts'
import { keepLogs } from '../keep-logs.ts'
import type { Plan } from '../plan.ts'
import { onArm, taskRoles } from '../task-roles.ts'
import type { Containers } from './containers.ts'
import type { Database } from './database.ts'

/** The task that brings the database up to date, as its owner. The pipeline runs it before the new image serves anybody. */
export class Migrations extends Stack {
  readonly task: ecs.FargateTaskDefinition

  constructor(scope: Construct, id: string, plan: Plan, containers: Containers, database: Database) {
    const { names, size, env } = plan
    super(scope, id, { env, description: 'Mayfly: migrations of the database.' })
    const log = new logs.LogGroup(this, 'Log', { logGroupName: '/mayfly/migrations', ...keepLogs(size) })
    const { instance } = database
    const owner = secrets.Secret.fromSecretCompleteArn(this, 'Owner', database.ownerSecretArn)
    const { taskRole, executionRole } = taskRoles(this, 'Task', {
      containers,
      secretArns: [database.ownerSecrets],
      logGroupArn: log.logGroupArn,
    })
    this.task = new ecs.FargateTaskDefinition(this, 'Task', {
      family: 'mayfly-migrations',
      cpu: 256,
      memoryLimitMiB: 512,
      runtimePlatform: onArm,
      taskRole: taskRole.withoutPolicyUpdates(),
      executionRole: executionRole.withoutPolicyUpdates(),
    })
    this.task.addContainer('migrations', {
      image: ecs.ContainerImage.fromEcrRepository(containers.repository, imageTagIn(this, names)),
      command: ['migrate.js'],
      readonlyRootFilesystem: true,
      logging: ecs.LogDrivers.awsLogs({ logGroup: log, streamPrefix: 'migrations' }),
      environment: {
        DATABASE_HOST: instance.dbInstanceEndpointAddress,
        DATABASE_PORT: instance.dbInstanceEndpointPort,
        DATABASE_NAME: names.databaseName,
      },
      secrets: {
        DATABASE_USER: ecs.Secret.fromSecretsManager(owner, 'username'),
        DATABASE_PASSWORD: ecs.Secret.fromSecretsManager(owner, 'password'),
      },
    })
  }
}
