import { wiring } from '@mayfly/lambdas/wiring'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences } from './differences.ts'
import { lambdaNames } from './lambda-in.ts'
import { groupIn } from './reachability.ts'

interface Place {
  FunctionName?: string
  SecurityGroupIds?: string[]
  SecurityGroups?: string[]
  VPCSecurityGroups?: string[]
  VpcConfig?: { SecurityGroupIds: string[] }
  NetworkConfiguration?: { AwsvpcConfiguration: { SecurityGroups: string[] } }
  Environment?: { EnvironmentVariables?: { Name: string; Value: string }[] }
}

const kinds = [
  'AWS::ApiGatewayV2::VpcLink',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ECS::Service',
  'AWS::RDS::DBInstance',
  'AWS::Lambda::Function',
  'AWS::CodeBuild::Project',
]

/** Whether everything that has an address is in the group that is meant for it. */
export function groupProblems(templates: Templates, settings: Settings): string[] {
  const wanted = [
    'VpcLink in Link',
    'LoadBalancer in Balancer',
    'Service in Backend',
    'DBInstance in Database',
    'the pipeline runs migrations in Migrations',
    ...lambdaNames
      .filter((name) => (wiring[name].reaches as readonly string[]).includes('postgres'))
      .map((name) => `mayfly-${name} in Functions`),
  ]
  const found = kinds.flatMap((kind) =>
    deployed<Place>(templates, settings, kind).flatMap(({ properties }) => inGroups(kind, properties)),
  )
  return differences('The network', wanted, [...new Set(found)])
}

function inGroups(kind: string, properties: Place): string[] {
  const { SecurityGroupIds, SecurityGroups, VPCSecurityGroups, VpcConfig, NetworkConfiguration } = properties
  if (kind === 'AWS::CodeBuild::Project') {
    const variables = properties.Environment?.EnvironmentVariables ?? []
    const group = variables.find(({ Name }) => Name === 'MIGRATIONS_GROUP')?.Value
    return [`the pipeline runs migrations in ${groupIn(group)}`]
  }
  const groups = [
    SecurityGroupIds,
    SecurityGroups,
    VPCSecurityGroups,
    VpcConfig?.SecurityGroupIds,
    NetworkConfiguration?.AwsvpcConfiguration.SecurityGroups,
  ]
  const who = properties.FunctionName ?? kind.split('::')[2]
  return groups.flatMap((ids = []) => ids.map((id) => `${who} in ${groupIn(id)}`))
}

/** What costs much by the hour, or leads past the groups. */
const unwanted = [
  'AWS::EC2::NatGateway',
  'AWS::EC2::EIP',
  'AWS::EC2::Instance',
  'AWS::EC2::VPCPeeringConnection',
]

/** Whether there are three subnets in three zones, with ways to S3 and DynamoDB, and no public address but the tasks'. */
export function subnetProblems(templates: Templates, settings: Settings): string[] {
  const all = <Properties>(type: string) => deployed<Properties>(templates, settings, type)
  const subnets = all<{ AvailabilityZoneId?: string; MapPublicIpOnLaunch?: boolean }>('AWS::EC2::Subnet')
  const zones = new Set(subnets.map(({ properties }) => properties.AvailabilityZoneId))
  const tables = all('AWS::EC2::RouteTable').map(({ place }) => place)
  const endpoints = all<{ ServiceName: string; VpcEndpointType: string; RouteTableIds?: string[] }>(
    'AWS::EC2::VPCEndpoint',
  )
  const wanted = ['s3', 'dynamodb'].flatMap((service) =>
    tables.map((table) => `a Gateway to com.amazonaws.${settings.region}.${service} in ${table}`),
  )
  const found = endpoints.flatMap(({ properties: { ServiceName, VpcEndpointType, RouteTableIds = [''] } }) =>
    RouteTableIds.map((table) => `a ${VpcEndpointType} to ${ServiceName} in ${table}`),
  )
  return [
    ...(subnets.length === 3 && zones.size === 3 && tables.length === 3
      ? []
      : [`There are ${subnets.length} subnets in ${zones.size} zones instead of three in three.`]),
    ...subnets.flatMap(({ place, properties: { AvailabilityZoneId: zone } }) => zoneProblem(place, zone)),
    ...subnets
      .filter(({ properties }) => properties.MapPublicIpOnLaunch)
      .map(({ place }) => `Whatever is started in ${place} gets a public address.`),
    ...differences('The network', wanted, found),
    ...unwanted.flatMap((type) =>
      all(type).map(({ place }) => `${place} is a ${type}, which nothing needs.`),
    ),
    ...publicAddresses(templates, settings),
  ]
}

/** Where there are no VPC links of HTTP APIs, or no VPC origins of CloudFront. */
const unlinked = ['use1-az3', 'usw1-az2', 'cac1-az3', 'apne1-az3', 'apne2-az1']

function zoneProblem(place: string, zone: string | undefined): string[] {
  if (zone === undefined) return [`${place} does not name the id of its zone, so it may be any zone.`]
  return unlinked.includes(zone) ? [`${place} is in ${zone}, where neither gateway nor CDN gets in.`] : []
}

function publicAddresses(templates: Templates, settings: Settings): string[] {
  const databases = deployed<{ PubliclyAccessible?: boolean }>(templates, settings, 'AWS::RDS::DBInstance')
  const balancers = deployed<{ Scheme?: string }>(
    templates,
    settings,
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
  )
  return [
    ...databases.filter(({ properties }) => properties.PubliclyAccessible !== false),
    ...balancers.filter(({ properties }) => properties.Scheme !== 'internal'),
  ].map(({ place }) => `${place} has a public address.`)
}
