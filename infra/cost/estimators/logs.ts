import { type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import { type Estimator, GIGABYTE, numberOf, type Resource, refuse } from '../estimator.ts'
import type { Usage } from '../usage/usage.ts'
import { work } from './functions.ts'

/** One line of the gateway or of the backend for each request. */
const LINE_BYTES = 300
/** What Lambda itself writes of each call: begin, end, report. */
const CALL_BYTES = 400
/** Checkpoints, connections, and no statement. */
const DATABASE_BYTES = 50e6
const RELEASE_BYTES = 1e6
/** The internet knocks at every public address all day long. */
const REFUSED_BYTES = 200e6
const PACKED = 0.15
const MONTH_DAYS = 30

type Bytes = (usage: Usage) => number

const perRelease: Bytes = ({ releases }) => releases * RELEASE_BYTES

/** What is written to each group in a month. */
const written: Readonly<Record<string, Bytes>> = {
  '/mayfly/api': ({ requests, preflights }) => (requests + preflights) * LINE_BYTES,
  '/mayfly/backend': ({ requests }) => requests * LINE_BYTES,
  '/mayfly/migrations': perRelease,
  '/mayfly/pipeline/test': perRelease,
  '/mayfly/pipeline/image': perRelease,
  '/mayfly/pipeline/release': perRelease,
  '/mayfly/pipeline/site': perRelease,
  '/aws/rds/instance/mayfly/postgresql': () => DATABASE_BYTES,
  ...Object.fromEntries(
    (Object.keys(wiring) as LambdaName[]).map((name) => [
      `/aws/lambda/mayfly-${name}`,
      (usage: Usage) => work[name].calls(usage) * CALL_BYTES,
    ]),
  ),
}

export const logs = {
  'AWS::Logs::LogGroup': (resource) => {
    const gigabytes = bytesOf(resource)(resource.usage) / GIGABYTE
    const months = numberOf(resource, 'RetentionInDays') / MONTH_DAYS
    const service = 'CloudWatch'
    return [
      { service, what: 'logs', price: 'logs', quantity: gigabytes },
      { service, what: 'logs kept', price: 'logDisk', quantity: gigabytes * PACKED * months },
    ]
  },
} satisfies Record<string, Estimator>

function bytesOf(resource: Resource): Bytes {
  const { LogGroupName: name } = resource.properties
  const known = written[String(name)]
  if (known) return known
  const isOfFlows = Object.values(resource.template.Resources).some(
    ({ Type, Properties }) =>
      Type === 'AWS::EC2::FlowLog' &&
      Properties.TrafficType === 'REJECT' &&
      (Properties.LogGroupName as { Ref?: string }).Ref === resource.id,
  )
  return isOfFlows ? () => REFUSED_BYTES : refuse(resource, 'nothing says how much is written to it.')
}
