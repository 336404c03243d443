import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as logs from 'aws-cdk-lib/aws-logs'
import * as rds from 'aws-cdk-lib/aws-rds'
import type { Construct } from 'constructs'
import { keepLogs } from '../keep-logs.ts'
import type { Plan } from '../plan.ts'
import type { Network } from './network.ts'

const PORT = 5432
const MOST_DISK_TIMES = 5

/** Postgres for people and posts. Processes sign in with their roles, and only the owner has a password. */
export class Database extends Stack {
  readonly instance: rds.DatabaseInstance
  private readonly plan: Plan

  constructor(scope: Construct, id: string, plan: Plan, network: Network) {
    const { settings, names, size, env } = plan
    super(scope, id, { env, description: 'Mayfly: Postgres.' })
    this.plan = plan
    const engine = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_18 })
    const log = new logs.LogGroup(this, 'Log', {
      logGroupName: `/aws/rds/instance/${names.databaseInstance}/postgresql`,
      ...keepLogs(size),
    })
    this.instance = new rds.DatabaseInstance(this, 'Postgres', {
      instanceIdentifier: names.databaseInstance,
      databaseName: names.databaseName,
      engine,
      instanceType: new ec2.InstanceType(size.instance.class),
      vpc: network.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      publiclyAccessible: false,
      securityGroups: [network.database],
      port: PORT,
      multiAz: size.instance.isMultiZone,
      storageType: rds.StorageType.GP3,
      allocatedStorage: size.instance.diskGigabytes,
      maxAllocatedStorage: size.instance.diskGigabytes * MOST_DISK_TIMES,
      storageEncrypted: true,
      credentials: rds.Credentials.fromUsername('mayfly_owner'),
      // RDS makes the owner's password, keeps it in Secrets Manager and changes it every week.
      manageMasterUserPassword: true,
      iamAuthentication: true,
      parameterGroup: new rds.ParameterGroup(this, 'Parameters', {
        engine,
        description: 'TLS for everybody, and nothing that people wrote in the log',
        parameters: {
          'rds.force_ssl': '1',
          log_statement: 'none',
          // A failing statement would be quoted with what it was about to store.
          log_min_error_statement: 'panic',
          // Nor is the row, which a detail of the error would tell.
          log_error_verbosity: 'terse',
          log_parameter_max_length: '0',
          log_parameter_max_length_on_error: '0',
        },
      }),
      // What is over can be in a backup for so many days: docs/decisions/022.
      backupRetention: Duration.days(size.instance.backupDays),
      deleteAutomatedBackups: true,
      copyTagsToSnapshot: true,
      autoMinorVersionUpgrade: true,
      cloudwatchLogsExports: ['postgresql'],
      caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      deletionProtection: settings.keepsData,
      removalPolicy: settings.keepsData ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY,
    })
    this.instance.node.addDependency(log)
  }

  /** Of the secret of the owner, whatever the instance's id is in it. */
  get ownerSecrets(): string {
    return `arn:aws:secretsmanager:${this.region}:${this.account}:secret:rds!db-*`
  }

  /** Where RDS keeps the owner's name and password. */
  get ownerSecretArn(): string {
    return (this.instance.node.defaultChild as rds.CfnDBInstance).attrMasterUserSecretSecretArn
  }

  /** The address for a process, which signs in as its own role and without a password. */
  urlFor(role: string): string {
    return `postgres://${role}@${this.instance.dbInstanceEndpointAddress}:${PORT}/${this.plan.names.databaseName}`
  }

  /** The right to sign in as a role, and as no other. An instance that was restored has another id and the same roles. */
  allowSigningIn(role: string): iam.PolicyStatement {
    return new iam.PolicyStatement({
      actions: ['rds-db:connect'],
      resources: [`arn:aws:rds-db:${this.region}:${this.account}:dbuser:*/${role}`],
    })
  }
}
