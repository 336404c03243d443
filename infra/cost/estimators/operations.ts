import { type Charge, type Estimator, expectProperty, keyIn, refuse, textOf } from '../estimator.ts'

/** What waits in the queue of letters is looked at by Lambda and by people, now and then. */
const LETTERS_A_MONTH = 1_000
/** Alarms that sound and end, and the budget's. */
const MAILS_A_MONTH = 100
const MOST_METRICS = 50
/** One for more, one for fewer. */
const ALARMS_OF_A_TARGET = 2

/** Minutes of each step of a release, with the start of its machine. */
const minutes = { test: 15, image: 5, release: 10, site: 4 } as const
const SOURCE_MINUTES = 1

const builds = {
  'ARM_CONTAINER BUILD_GENERAL1_SMALL': 'buildSmall',
  'LINUX_CONTAINER BUILD_GENERAL1_MEDIUM': 'buildMedium',
} as const

export const operations = {
  'AWS::CloudWatch::Alarm': (resource): Charge[] => {
    const { Metrics: metrics = [{ MetricStat: {} }], Period: period = 60 } = resource.properties as {
      Metrics?: object[]
      Period?: number
    }
    if (period < 60) refuse(resource, 'it looks more often than every minute.')
    const measured = metrics.filter((metric) => 'MetricStat' in metric)
    return [{ service: 'CloudWatch', what: 'alarms', price: 'alarm', quantity: measured.length }]
  },

  /** It makes its alarms by itself. */
  'AWS::ApplicationAutoScaling::ScalingPolicy': (resource) => {
    expectProperty(resource, 'PolicyType', 'TargetTrackingScaling')
    return [
      { service: 'CloudWatch', what: 'alarms of scaling', price: 'alarm', quantity: ALARMS_OF_A_TARGET },
    ]
  },

  'AWS::CloudWatch::Dashboard': (resource) => {
    const metrics = JSON.stringify(resource.properties.DashboardBody).match(/\[\\"AWS\//g) ?? []
    if (metrics.length > MOST_METRICS)
      refuse(resource, `it shows ${metrics.length} metrics, and up to ${MOST_METRICS} are free.`)
    return [{ service: 'CloudWatch', what: 'dashboard', price: 'dashboard', quantity: 1 }]
  },

  'AWS::SNS::Topic': () => [
    { service: 'SNS and SQS', what: 'mails of alarms', price: 'alarmMail', quantity: MAILS_A_MONTH },
  ],

  'AWS::SQS::Queue': () => [
    { service: 'SNS and SQS', what: 'letters', price: 'queueRequest', quantity: LETTERS_A_MONTH },
  ],

  'AWS::CodeBuild::Project': (resource) => {
    const step = keyIn(resource, 'Name', minutes)
    const { Type, ComputeType } = resource.properties.Environment as Record<string, string>
    const price = builds[`${Type} ${ComputeType}` as keyof typeof builds]
    if (!price) refuse(resource, `${Type} ${ComputeType} has no price yet.`)
    const quantity = resource.usage.releases * minutes[step]
    return [{ service: 'CodePipeline and CodeBuild', what: `step ${step}`, price, quantity }]
  },

  'AWS::CodePipeline::Pipeline': (resource) => {
    expectProperty(resource, 'PipelineType', 'V2')
    const perRelease = Object.values(minutes).reduce((sum, one) => sum + one, SOURCE_MINUTES)
    const quantity = resource.usage.releases * perRelease
    const what = textOf(resource, 'Name')
    return [{ service: 'CodePipeline and CodeBuild', what: `pipeline ${what}`, price: 'pipeline', quantity }]
  },
} satisfies Record<string, Estimator>
