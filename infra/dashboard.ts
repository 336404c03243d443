import { Duration } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import type { Watched } from './alarms.ts'

const period = Duration.minutes(5)
const WIDE = 12

/** The way of a request from left to right and from top to bottom: gateway, balancer, backend, stores, functions. */
export function widgetsOf(watched: Watched): cloudwatch.IWidget[][] {
  const { api, balancer, targets, service, database, table, functions, deliverMessage } = watched
  const sum = { period, statistic: 'sum' }
  return [
    [
      graph('Gateway: requests and errors', [
        api.metricCount(sum),
        api.metricClientError(sum),
        api.metricServerError(sum),
      ]),
      graph('Gateway: milliseconds', [
        api.metricLatency({ period, statistic: 'p50', label: 'half' }),
        api.metricLatency({ period, statistic: 'p99', label: '99 of 100' }),
      ]),
    ],
    [
      graph('Load balancer: connections and answers', [
        balancer.metrics.activeConnectionCount({ period, statistic: 'max' }),
        balancer.metrics.requestCount(sum),
      ]),
      graph('Load balancer: healthy tasks', [
        targets.metrics.healthyHostCount({ period, statistic: 'min' }),
        targets.metrics.unhealthyHostCount({ period, statistic: 'max' }),
      ]),
    ],
    [
      graph('Backend: per cent', [
        service.metricCpuUtilization({ period }),
        service.metricMemoryUtilization({ period }),
      ]),
      graph('Postgres: per cent and connections', [
        database.metricCPUUtilization({ period }),
        database.metricDatabaseConnections({ period, statistic: 'max' }),
      ]),
    ],
    [
      graph('Postgres: free bytes', [database.metricFreeStorageSpace({ period, statistic: 'min' })]),
      graph('DynamoDB: units', [
        table.metricConsumedReadCapacityUnits(sum),
        table.metricConsumedWriteCapacityUnits(sum),
      ]),
    ],
    [
      graph(
        'Functions: calls',
        functions.map((one) => one.metricInvocations({ ...sum, label: one.node.id })),
      ),
      graph(
        'Functions: failures',
        functions.map((one) => one.metricErrors({ ...sum, label: one.node.id })),
      ),
    ],
    [
      graph(
        'Functions: milliseconds, 99 of 100',
        functions.map((one) => one.metricDuration({ period, statistic: 'p99', label: one.node.id })),
      ),
      graph('Stream of messages: age in milliseconds', [
        deliverMessage.metric('IteratorAge', { period, statistic: 'max' }),
      ]),
    ],
  ]
}

const graph = (title: string, left: cloudwatch.IMetric[]) =>
  new cloudwatch.GraphWidget({ title, left, width: WIDE })
