import { Stack } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as logs from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { cloudFrontPrefixLists } from '../cloudfront-prefix-lists.ts'
import { keepForOthers } from '../keep-for-others.ts'
import { keepLogs } from '../keep-logs.ts'
import type { Plan } from '../plan.ts'
import { zones } from '../zones.ts'

const HTTPS = ec2.Port.tcp(443)
const POSTGRES = ec2.Port.tcp(5432)

/** Where the backend listens, inside its container and out. */
export const BACKEND_PORT = 8080

/** Three public subnets without a NAT gateway, and who may speak to whom in them. */
export class Network extends Stack {
  readonly vpc: ec2.Vpc
  /** What the gateway's VPC link is in. */
  readonly link: ec2.SecurityGroup
  readonly balancer: ec2.SecurityGroup
  readonly backend: ec2.SecurityGroup
  /** The functions that reach the database. */
  readonly functions: ec2.SecurityGroup
  readonly migrations: ec2.SecurityGroup
  readonly database: ec2.SecurityGroup

  constructor(scope: Construct, id: string, { settings, size, env }: Plan) {
    super(scope, id, { env, description: 'Mayfly: its network.' })
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.20.0.0/16'),
      maxAzs: 3,
      natGateways: 0,
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 20, mapPublicIpOnLaunch: false },
      ],
      // Nothing is in the default group, and emptying it takes a function with rights over all groups.
      restrictDefaultSecurityGroup: false,
      gatewayEndpoints: {
        s3: { service: ec2.GatewayVpcEndpointAwsService.S3 },
        dynamodb: { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB },
      },
    })
    for (const { node } of this.vpc.publicSubnets) {
      const subnet = node.defaultChild as ec2.CfnSubnet
      subnet.availabilityZoneId = subnet.availabilityZone
      subnet.availabilityZone = undefined
    }
    // Of those who were turned away: whoever came in is in the logs of the gateway.
    this.vpc.addFlowLog('Refused', {
      trafficType: ec2.FlowLogTrafficType.REJECT,
      destination: ec2.FlowLogDestination.toCloudWatchLogs(
        new logs.LogGroup(this, 'RefusedLog', keepLogs(size)),
      ),
    })

    this.link = this.group('Link', 'The VPC link of the API gateway.')
    this.balancer = this.group('Balancer', 'The load balancer, which has no public address.')
    this.backend = this.group('Backend', 'The tasks of the backend.')
    this.functions = this.group('Functions', 'The functions that reach the database.')
    this.migrations = this.group('Migrations', 'The task that brings the database up to date.')
    this.database = this.group('Database', 'Postgres.')
    const groups = [this.link, this.balancer, this.backend, this.functions, this.migrations, this.database]
    keepForOthers(this.vpc, ...this.vpc.publicSubnets, ...groups)

    const cloudFront = ec2.Peer.prefixList(cloudFrontPrefixLists[settings.region] ?? '')
    this.balancer.addIngressRule(cloudFront, HTTPS, 'Live events, through CloudFront')
    letIn(this.link, this.balancer, HTTPS, 'Requests, through the gateway')
    letIn(this.balancer, this.backend, ec2.Port.tcp(BACKEND_PORT), 'Requests and health checks')
    for (const [from, what] of [
      [this.backend, 'the backend'],
      [this.functions, 'functions'],
      [this.migrations, 'migrations'],
    ] as const) {
      letIn(from, this.database, POSTGRES, `Statements of ${what}`)
      // To AWS's own services; a function has no way further than S3 and DynamoDB.
      from.addEgressRule(ec2.Peer.anyIpv4(), HTTPS, 'AWS')
    }
  }

  private group(id: string, description: string): ec2.SecurityGroup {
    return new ec2.SecurityGroup(this, id, { vpc: this.vpc, description, allowAllOutbound: false })
  }

  // CDK would invent zones for an account that it cannot ask, and too few of them.
  override get availabilityZones(): string[] {
    return [...(zones[this.region] ?? [])]
  }
}

function letIn(from: ec2.SecurityGroup, to: ec2.SecurityGroup, port: ec2.Port, why: string): void {
  to.addIngressRule(from, port, why)
  from.addEgressRule(to, port, why)
}
