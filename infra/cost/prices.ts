import { type Price, pages, price, remembered } from './price.ts'

const MILLION = 1_000_000

/** What AWS takes in us-east-1, without commitments and without what is free: that is in allowances.ts. */
export const prices = {
  // Backend
  taskCpu: price(0.03238, 'vCPU-hour', pages.fargate, 'Fargate, Linux on ARM.'),
  taskMemory: price(0.00356, 'GB-hour', pages.fargate, 'Fargate, Linux on ARM; 20 GB of disk are included.'),
  address: remembered(0.005, 'hour', 'A public IPv4 address, in use or not.'),
  balancer: price(0.0225, 'hour', pages.balancer, 'An Application Load Balancer.'),
  balancerCapacity: price(0.008, 'LCU-hour', pages.balancer, 'By the largest of its four measures.'),
  image: remembered(0.1, 'GB-month', 'A private repository of ECR.'),

  // Postgres
  'db.t4g.micro': price(0.016, 'hour', pages.postgres, 'In one zone; two zones cost twice as much.'),
  'db.t4g.small': price(0.032, 'hour', pages.postgres, 'In one zone.'),
  'db.r8g.xlarge': remembered(
    0.478,
    'hour',
    'In one zone. No page was at hand: taken as its forerunner r7g.',
  ),
  databaseDisk: price(0.115, 'GB-month', pages.postgres, 'gp3, in one zone; 3,000 IOPS are included.'),
  databaseBackup: price(0.095, 'GB-month', pages.postgres, 'Beyond the size of the disk, which is free.'),
  zoneCrossing: remembered(0.02, 'GB', '0.01 on each side, between zones.'),

  // Functions
  call: price(0.2 / MILLION, 'call', pages.lambda, 'Lambda.'),
  functionTime: price(0.0000133334, 'GB-second', pages.lambda, 'Lambda on ARM, first 7.5 billion.'),

  // Messages
  write: price(0.625 / MILLION, 'write unit', pages.dynamo, 'On demand, up to 1 KB; twice in a transaction.'),
  read: price(0.125 / MILLION, 'read unit', pages.dynamo, 'On demand, up to 4 KB, consistent.'),
  tableDisk: remembered(0.25, 'GB-month', 'DynamoDB, standard class.'),
  streamRead: remembered(0.2 / MILLION, 'read', '0.02 for 100,000.'),

  // Pictures and files
  objects: remembered(0.023, 'GB-month', 'S3 Standard, first 50 TB.'),
  objectWrite: remembered(0.005 / 1_000, 'request', 'S3: PUT, COPY, POST, LIST. To delete is free.'),
  objectRead: remembered(0.0004 / 1_000, 'request', 'S3: GET and all others.'),

  // The way to people
  apiRequest: remembered(1 / MILLION, 'request', 'An HTTP API, first 300 million, up to 512 KB each.'),
  transferOut: remembered(0.09, 'GB', 'Out of a region to the internet, first 10 TB.'),
  cdnTransfer: price(0.085, 'GB', pages.cloudFront, 'To North America and Europe, first 10 TB.'),
  cdnRequest: remembered(0.01 / 10_000, 'request', 'CloudFront, HTTPS, North America; Europe is 0.012.'),
  cdnFunction: price(0.1 / MILLION, 'call', pages.cloudFront, 'A CloudFront function.'),
  zone: remembered(0.5, 'month', 'A hosted zone of Route 53, the first 25.'),
  lookup: remembered(0.4 / MILLION, 'look-up', 'Of a record that is no alias of a part of AWS.'),

  // People
  person: price(0.015, 'person', pages.cognito, 'Active in the month. Cognito Essentials.'),
  mail: remembered(0.1 / 1_000, 'mail', 'SES.'),
  secret: remembered(0.4, 'month', 'A secret of Secrets Manager; the one that RDS keeps costs the same.'),

  // Operations
  logs: price(
    0.5,
    'GB',
    pages.cloudWatch,
    'Taken in by CloudWatch, first 10 TB of those of Lambda and gateway.',
  ),
  logDisk: remembered(0.03, 'GB-month', 'CloudWatch, packed.'),
  alarm: price(0.1, 'metric', pages.cloudWatch, 'Each metric of an alarm, by the minute or slower.'),
  dashboard: price(3, 'month', pages.cloudWatch, 'A dashboard.'),
  alarmMail: remembered(2 / 100_000, 'mail', 'SNS.'),
  queueRequest: remembered(0.4 / MILLION, 'request', 'SQS, standard.'),
  buildSmall: price(0.0034, 'minute', pages.build, 'CodeBuild arm1.small.'),
  buildMedium: remembered(0.01, 'minute', 'CodeBuild general1.medium.'),
  pipeline: price(0.002, 'minute', pages.pipeline, 'Each action of a pipeline of type V2.'),
} as const satisfies Record<string, Price>

export type PriceName = keyof typeof prices
