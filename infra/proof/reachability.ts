import { cloudFrontPrefixLists } from '../cloudfront-prefix-lists.ts'
import type { Settings } from '../settings-schema.ts'
import { BACKEND_PORT } from '../stacks/network.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences } from './differences.ts'

interface Rule {
  GroupId?: string
  IpProtocol: string
  FromPort?: number
  ToPort?: number
  CidrIp?: string
  CidrIpv6?: string
  SourceSecurityGroupId?: string
  DestinationSecurityGroupId?: string
  SourcePrefixListId?: string
  DestinationPrefixListId?: string
}

interface Group {
  SecurityGroupIngress?: Rule[]
  SecurityGroupEgress?: Rule[]
}

/** Who may open a connection to whom, and at which port. Nothing else is let in anywhere, nor out. */
const ways: readonly [from: string, to: string, port: number][] = [
  ['CloudFront', 'Balancer', 443],
  ['Link', 'Balancer', 443],
  ['Balancer', 'Backend', BACKEND_PORT],
  ['Backend', 'Database', 5432],
  ['Functions', 'Database', 5432],
  ['Migrations', 'Database', 5432],
  ['Backend', 'everywhere', 443],
  ['Functions', 'everywhere', 443],
  ['Migrations', 'everywhere', 443],
]

/** No rules of theirs are in our templates. */
const foreign = ['CloudFront', 'everywhere']

/** Whether the rules of the security groups are the table's, at both ends. */
export function reachabilityProblems(templates: Templates, settings: Settings): string[] {
  const wanted = ways.flatMap(([from, to, port]) => [
    ...(foreign.includes(to) ? [] : [`${to} lets in ${from} at ${port}`]),
    ...(foreign.includes(from) ? [] : [`${from} lets out to ${to} at ${port}`]),
  ])
  return differences('The network', wanted, rulesIn(templates, settings))
}

function rulesIn(templates: Templates, settings: Settings): string[] {
  const groups = deployed<Group>(templates, settings, 'AWS::EC2::SecurityGroup')
  const alone = (kind: string) =>
    deployed<Rule>(templates, settings, `AWS::EC2::SecurityGroup${kind}`).map(({ properties }) => properties)
  const within = (kind: 'SecurityGroupIngress' | 'SecurityGroupEgress') =>
    groups.flatMap(({ place, properties }) =>
      (properties[kind] ?? []).map((rule) => ({ ...rule, GroupId: `${place}.GroupId` })),
    )
  const inward = [...alone('Ingress'), ...within('SecurityGroupIngress')]
  const outward = [...alone('Egress'), ...within('SecurityGroupEgress')].filter((rule) => !isNothing(rule))
  return [
    ...inward.map((rule) => `${groupIn(rule.GroupId)} lets in ${peerOf(rule, settings)} at ${portsOf(rule)}`),
    ...outward.map(
      (rule) => `${groupIn(rule.GroupId)} lets out to ${peerOf(rule, settings)} at ${portsOf(rule)}`,
    ),
  ]
}

/** Without any rule EC2 would write one that lets everything out; CDK puts this one there instead. */
const isNothing = ({ CidrIp, IpProtocol }: Rule) => CidrIp === '255.255.255.255/32' && IpProtocol === 'icmp'

function peerOf(rule: Rule, settings: Settings): string {
  const group = rule.SourceSecurityGroupId ?? rule.DestinationSecurityGroupId
  if (group !== undefined) return groupIn(group)
  const list = rule.SourcePrefixListId ?? rule.DestinationPrefixListId
  if (list !== undefined) return list === cloudFrontPrefixLists[settings.region] ? 'CloudFront' : list
  const addresses = rule.CidrIp ?? rule.CidrIpv6 ?? 'nobody knows whom'
  return ['0.0.0.0/0', '::/0'].includes(addresses) ? 'everywhere' : addresses
}

function portsOf({ IpProtocol, FromPort, ToPort }: Rule): string {
  if (IpProtocol !== 'tcp') return `all ports of ${IpProtocol}`
  return FromPort === ToPort ? String(FromPort) : `${FromPort} to ${ToPort}`
}

/** A group's name in the stack of the network. */
export const groupIn = (groupId = 'nothing') =>
  /^mayfly-network-(\w+)\.GroupId$/.exec(groupId)?.[1] ?? groupId
