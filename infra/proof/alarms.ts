import { type Lambda, wiring } from '@mayfly/lambdas/wiring'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { lambdaNames } from './lambda-in.ts'

interface Alarm {
  AlarmName: string
  AlarmDescription?: string
  AlarmActions?: string[]
  Namespace?: string
  MetricName?: string
  Dimensions?: { Name: string; Value: string }[]
  TreatMissingData?: string
}

/** Whether somebody hears of each failure, and reads what to do about it under the alarm's own heading. */
export function alarmProblems(templates: Templates, settings: Settings, handbook: string): string[] {
  const alarms = deployed<Alarm>(templates, settings, 'AWS::CloudWatch::Alarm').map(
    ({ properties }) => properties,
  )
  return [
    ...lambdaNames.flatMap((name) => unheard(name, alarms)),
    ...alarms.flatMap(({ AlarmName, AlarmActions = [], AlarmDescription = '' }) => {
      const heading = AlarmName.replace('mayfly-', '')
      const isInHandbook = handbook.split('\n').includes(`### ${heading}`)
      const names = AlarmDescription.includes(`docs/deploy.md, "${heading}"`)
      return [
        ...(AlarmActions.length > 0 ? [] : [`Nobody hears the alarm ${AlarmName}.`]),
        ...(isInHandbook ? [] : [`docs/deploy.md does not say what to do when ${heading} sounds.`]),
        ...(names ? [] : [`The alarm ${AlarmName} does not say where to read what to do.`]),
      ]
    }),
    ...alarms
      .filter(({ MetricName }) => MetricName === 'HealthyHostCount')
      .filter(({ TreatMissingData }) => TreatMissingData !== 'breaching')
      .map(({ AlarmName }) => `${AlarmName} is silent when no task is left that could be healthy.`),
    ...deafTopics(templates, settings, alarms),
  ]
}

function unheard(name: keyof typeof wiring, alarms: readonly Alarm[]): string[] {
  const { on }: Lambda = wiring[name]
  const has = (namespace: string, metric: string, dimension: string) =>
    alarms.some(
      ({ Namespace, MetricName, Dimensions = [] }) =>
        Namespace === namespace &&
        MetricName === metric &&
        Dimensions.some(({ Value }) => Value === dimension),
    )
  const hasLetters = 'created' in on || 'every' in on || 'stream' in on
  const failing = has('AWS/Lambda', 'Errors', `mayfly-${name}`)
  const letters = has('AWS/SQS', 'ApproximateNumberOfMessagesVisible', `mayfly-${name}-letters`)
  return [
    ...(failing ? [] : [`No alarm sounds when ${name} fails.`]),
    ...(hasLetters && !letters
      ? [`No alarm sounds when something lies in ${name}'s dead-letter queue.`]
      : []),
  ]
}

function deafTopics(templates: Templates, settings: Settings, alarms: readonly Alarm[]): string[] {
  const heard = deployed<{ TopicArn: string; Endpoint?: string }>(
    templates,
    settings,
    'AWS::SNS::Subscription',
  )
    .filter(({ properties }) => properties.Endpoint === settings.operatorEmail)
    .map(({ properties }) => properties.TopicArn)
  const told = new Set(alarms.flatMap(({ AlarmActions = [] }) => AlarmActions))
  return [...told]
    .filter((topic) => !heard.includes(topic))
    .map((topic) => `The operator does not hear ${topic}.`)
}
