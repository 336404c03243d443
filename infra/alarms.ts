import { Duration } from 'aws-cdk-lib'
import type * as gateway from 'aws-cdk-lib/aws-apigatewayv2'
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb'
import type * as ecs from 'aws-cdk-lib/aws-ecs'
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import type * as rds from 'aws-cdk-lib/aws-rds'
import type { MayflyFunction } from './mayfly-function.ts'

/** What an operator keeps an eye on. */
export interface Watched {
  api: gateway.IHttpApi
  balancer: elb.ApplicationLoadBalancer
  targets: elb.ApplicationTargetGroup
  service: ecs.FargateService
  database: rds.DatabaseInstance
  /** Of the database, when there are few left. */
  manyConnections: number
  table: dynamodb.Table
  functions: readonly MayflyFunction[]
  deliverMessage: MayflyFunction
}

export interface AlarmSpec {
  name: string
  /** What it means, for whoever is woken by it. */
  says: string
  metric: cloudwatch.IMetric
  /** It sounds above this, or below that. */
  above?: number
  below?: number
  /** In how many periods, one after the other. */
  periods?: number
  /** Where nothing is left nothing is measured, so it sounds at silence as well. */
  atSilence?: boolean
}

const period = Duration.minutes(5)
const GIGABYTE = 1024 ** 3

/** Every alarm, each with what it means; what to do about it is in docs/deploy.md. */
export function alarmsOf(watched: Watched): AlarmSpec[] {
  const { api, targets, service, database, manyConnections, table, functions, deliverMessage } = watched
  return [
    {
      name: 'api-fails',
      says: 'The API answers with errors of its own.',
      metric: api.metricServerError({ period, statistic: 'sum' }),
      above: 10,
      periods: 2,
    },
    {
      name: 'api-is-slow',
      says: 'One of a hundred requests takes longer than two seconds.',
      metric: api.metricLatency({ period, statistic: 'p99' }),
      above: 2_000,
      periods: 3,
    },
    {
      name: 'backend-is-down',
      says: 'No task of the backend is healthy.',
      metric: targets.metrics.healthyHostCount({ period: Duration.minutes(1), statistic: 'max' }),
      below: 1,
      periods: 3,
      atSilence: true,
    },
    {
      name: 'backend-is-busy',
      says: 'The tasks of the backend have no time left, although there are as many as may be.',
      metric: service.metricCpuUtilization({ period }),
      above: 85,
      periods: 3,
    },
    {
      name: 'backend-is-full',
      says: 'The tasks of the backend have little memory left.',
      metric: service.metricMemoryUtilization({ period }),
      above: 85,
      periods: 3,
    },
    {
      name: 'database-is-busy',
      says: 'Postgres has no time left.',
      metric: database.metricCPUUtilization({ period }),
      above: 85,
      periods: 3,
    },
    {
      name: 'database-disk',
      says: 'The disk of Postgres has less than two gigabytes left.',
      metric: database.metricFreeStorageSpace({ period, statistic: 'min' }),
      below: 2 * GIGABYTE,
    },
    {
      name: 'database-connections',
      says: 'Postgres has few connections left.',
      metric: database.metricDatabaseConnections({ period, statistic: 'max' }),
      above: manyConnections,
      periods: 2,
    },
    {
      name: 'messages-throttled',
      says: 'DynamoDB turns requests away.',
      metric: table.metricThrottledRequestsForOperations({
        period,
        operations: throttledOperations,
      }),
      above: 0,
      periods: 2,
    },
    {
      name: 'messages-are-late',
      says: 'Messages wait for longer than a minute before they are delivered.',
      metric: deliverMessage.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'max' }),
      above: 60_000,
      periods: 3,
    },
    ...functions.flatMap(alarmsOfFunction),
  ]
}

const { GET_ITEM, QUERY, PUT_ITEM, UPDATE_ITEM, DELETE_ITEM, TRANSACT_WRITE_ITEMS } = dynamodb.Operation
const throttledOperations = [GET_ITEM, QUERY, PUT_ITEM, UPDATE_ITEM, DELETE_ITEM, TRANSACT_WRITE_ITEMS]

function alarmsOfFunction(one: MayflyFunction): AlarmSpec[] {
  const name = one.node.id
  const failing: AlarmSpec = {
    name: `${name}-fails`,
    says: `The function ${name} fails.`,
    metric: one.metricErrors({ period, statistic: 'sum' }),
    above: 2,
    periods: 2,
  }
  if (one.letters === undefined) return [failing]
  const letters: AlarmSpec = {
    name: `${name}-letters`,
    says: `What the function ${name} could not do lies in its dead-letter queue.`,
    metric: one.letters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'max' }),
    above: 0,
  }
  return [failing, letters]
}
