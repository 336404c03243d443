import { type Allowance, allowance, pages } from './price.ts'
import type { PriceName } from './prices.ts'

const MEMORY = 'from memory'
const MILLION = 1_000_000

/** What an account gets free each month for ever, by what it is taken off. It is one for all stacks together. */
export const allowances = {
  call: allowance(MILLION, 'call', pages.lambda, 'Lambda.'),
  functionTime: allowance(400_000, 'GB-second', pages.lambda, 'Lambda, on either architecture.'),
  tableDisk: allowance(25, 'GB-month', MEMORY, 'DynamoDB, standard class.'),
  streamRead: allowance(Number.POSITIVE_INFINITY, 'read', MEMORY, 'Every read by Lambda.'),
  transferOut: allowance(100, 'GB', MEMORY, 'Over all services but CloudFront.'),
  cdnTransfer: allowance(1_024, 'GB', pages.cloudFront, 'One terabyte.'),
  cdnRequest: allowance(10 * MILLION, 'request', pages.cloudFront, 'HTTP or HTTPS.'),
  cdnFunction: allowance(2 * MILLION, 'call', pages.cloudFront, 'CloudFront functions.'),
  person: allowance(10_000, 'person', pages.cognito, 'Cognito Essentials, people who sign in directly.'),
  logs: allowance(5, 'GB', pages.cloudWatch, 'Shared with what is stored and searched, which is little.'),
  alarm: allowance(10, 'metric', pages.cloudWatch, 'Alarms that list their metrics.'),
  dashboard: allowance(3, 'month', pages.cloudWatch, 'Of up to 50 metrics each.'),
  alarmMail: allowance(1_000, 'mail', MEMORY, 'SNS.'),
  queueRequest: allowance(MILLION, 'request', MEMORY, 'SQS.'),
  buildSmall: allowance(100, 'minute', pages.build, 'general1.small or arm1.small.'),
  pipeline: allowance(100, 'minute', pages.pipeline, 'Over all pipelines of type V2.'),
} as const satisfies Partial<Record<PriceName, Allowance>>
