import { Duration } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import type { Watched } from './alarms.ts'
import type { MayflyFunction } from './mayfly-function.ts'

const period = Duration.minutes(5)
const WIDE = 12

/** The way of a request from top to bottom: gateway, load balancer, backend, stores, functions. */
export const widgetsOf = (watched: Watched): cloudwatch.IWidget[][] => [
  ...wayIn(watched),
  ...stores(watched),
  ...functionsAndStream(watched),
]

const sum = { period, statistic: 'sum' }

function wayIn({ api, balancer, targets, service }: Watched): cloudwatch.IWidget[][] {
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
    ],
  ]
}

function stores({ database, table }: Watched): cloudwatch.IWidget[][] {
  return [
    [
      graph('Postgres: per cent and connections', [
        database.metricCPUUtilization({ period }),
        database.metricDatabaseConnections({ period, statistic: 'max' }),
      ]),
      graph('Postgres: free bytes', [database.metricFreeStorageSpace({ period, statistic: 'min' })]),
    ],
    [
      graph('DynamoDB: units', [
        table.metricConsumedReadCapacityUnits(sum),
        table.metricConsumedWriteCapacityUnits(sum),
      ]),
    ],
  ]
}

function functionsAndStream({ functions, deliverMessage }: Watched): cloudwatch.IWidget[][] {
  const each = (measure: (one: MayflyFunction, label: string) => cloudwatch.IMetric) =>
    functions.map((one) => measure(one, one.node.id))
  return [
    [
      graph(
        'Functions: calls',
        each((one, label) => one.metricInvocations({ ...sum, label })),
      ),
      graph(
        'Functions: failures',
        each((one, label) => one.metricErrors({ ...sum, label })),
      ),
    ],
    [
      graph(
        'Functions: milliseconds, 99 of 100',
        each((one, label) => one.metricDuration({ period, statistic: 'p99', label })),
      ),
      graph('Stream of messages: age in milliseconds', [
        deliverMessage.metric('IteratorAge', { period, statistic: 'max' }),
      ]),
    ],
  ]
}

const graph = (title: string, left: cloudwatch.IMetric[]) =>
  new cloudwatch.GraphWidget({ title, left, width: WIDE })
