import { expect, test } from 'vitest'
import { cloudFrontPrefixLists } from '../cloudfront-prefix-lists.ts'
import { settings } from '../settings.ts'
import { synthesise } from '../templates-in-test.ts'
import { zones } from '../zones.ts'
import { changed } from './deployed.ts'
import { groupProblems, subnetProblems } from './places.ts'
import { reachabilityProblems } from './reachability.ts'

const templates = synthesise(settings)

test('connections are let through as the table says, and no others', () => {
  expect(reachabilityProblems(templates, settings)).toEqual([])
})

test('everything with an address is in its group', () => {
  expect(groupProblems(templates, settings)).toEqual([])
})

test('three subnets lie in three zones, with ways to S3 and DynamoDB and no public address', () => {
  expect(subnetProblems(templates, settings)).toEqual([])
})

test('a port that is opened to everybody is named', () => {
  const open = changed(templates, 'AWS::EC2::SecurityGroup', 'Database', (group) => {
    Object.assign(group, {
      SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432 }],
    })
  })
  expect(reachabilityProblems(open, settings)).toEqual([
    'The network has, although nothing asks for it: Database lets in everywhere at 5432',
  ])
})

test('a way that is cut is named', () => {
  const cut = changed(templates, 'AWS::EC2::SecurityGroupIngress', 'Link', (_, remove) => remove())
  expect(reachabilityProblems(cut, settings)).toEqual(['The network lacks: Balancer lets in Link at 443'])
})

test('a link without its group is named', () => {
  const bare = changed(templates, 'AWS::ApiGatewayV2::VpcLink', 'Link', (link) => {
    Object.assign(link, { SecurityGroupIds: [] })
  })
  expect(groupProblems(bare, settings)).toEqual(['The network lacks: VpcLink in Link'])
})

test('a database with a public address is named', () => {
  const bare = changed(templates, 'AWS::RDS::DBInstance', 'Postgres', (database) => {
    Object.assign(database, { PubliclyAccessible: true })
  })
  expect(subnetProblems(bare, settings)).toEqual(['mayfly-database-Postgres has a public address.'])
})

test('a subnet that has lost its way to S3 is named', () => {
  const cut = changed(templates, 'AWS::EC2::VPCEndpoint', 'Vpcs3', (_, remove) => remove())
  expect(subnetProblems(cut, settings)).toHaveLength(3)
  expect(subnetProblems(cut, settings)).toContainEqual(
    expect.stringMatching(/^The network lacks: a Gateway to com\.amazonaws\.[\w-]+\.s3 in /),
  )
})

test('a subnet in a zone where the gateway does not get in is named, and so is one in whatever zone', () => {
  const inZone = (AvailabilityZoneId: string | undefined) =>
    changed(templates, 'AWS::EC2::Subnet', 'VpcpublicSubnet3', (subnet) => {
      Object.assign(subnet, { AvailabilityZoneId })
    })
  expect(subnetProblems(inZone('use1-az3'), settings)).toContainEqual(
    expect.stringMatching(/is in use1-az3, where neither gateway nor CDN gets in\.$/),
  )
  expect(subnetProblems(inZone(undefined), settings)).toContainEqual(
    expect.stringMatching(/does not name the id of its zone/),
  )
})

test('every region that Mayfly knows has its three zones', () => {
  expect(Object.keys(zones)).toEqual(Object.keys(cloudFrontPrefixLists))
  for (const three of Object.values(zones)) expect(new Set(three).size).toBe(3)
})
