import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Lambda, type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import type { Template } from '../templates-in-test.ts'
import { differences } from './differences.ts'
import { drawnAs, grantedToBackend, routedRelations, wakingRelations, wiredRelations } from './expected.ts'
import { type Drawing, listIn } from './model.ts'
import { reasons, staleReasons } from './reasons.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const SYSTEM = 'mayfly.'

type Templates = Record<string, Template>

/** Everything in which the drawing and what is deployed differ, in sentences. */
export const drift = (drawing: Drawing, templates: Templates): string[] => [
  ...missingPaths(drawing),
  ...stackDrift(drawing, templates),
  ...functionDrift(drawing),
  ...resourceDrift(drawing, templates),
  ...relationDrift(drawing, templates),
  ...eventDrift(drawing),
  ...placeDrift(drawing),
]

function missingPaths({ elements }: Drawing): string[] {
  return elements
    .flatMap(({ id, facts }) => listIn(facts.path).map((path) => ({ id, path })))
    .filter(({ path }) => !existsSync(resolve(PROJECT, path)))
    .map(({ id, path }) => `${id} is drawn from ${path}, which is not there.`)
}

function stackDrift({ elements, nodes }: Drawing, templates: Templates): string[] {
  const drawn = [...elements, ...nodes].flatMap(({ facts }) => listIn(facts.stack))
  return differences('stack', drawn, Object.keys(templates))
}

function functionDrift({ elements }: Drawing): string[] {
  const drawn = elements.filter(({ kind }) => kind === 'function').map(({ title }) => title)
  return differences('function', drawn, Object.keys(wiring))
}

function resourceDrift({ elements }: Drawing, templates: Templates): string[] {
  const facts = (name: string) => elements.flatMap((element) => listIn(element.facts[name]))
  const all = Object.values(templates).flatMap(({ Resources }) => Object.values(Resources))
  const named = (type: string, property: string) =>
    all.filter(({ Type }) => Type === type).map(({ Properties }) => String(Properties[property]))
  return [
    ...differences('bucket', facts('bucket'), named('AWS::S3::Bucket', 'BucketName').map(bucketWord)),
    ...differences('table', facts('table'), named('AWS::DynamoDB::Table', 'TableName')),
    ...differences('queue', facts('queues'), named('AWS::SQS::Queue', 'QueueName')),
  ]
}

/** Each arrow between containers has a reason in wiring, routes, rights or templates, and each reason its arrow. */
function relationDrift({ relations }: Drawing, templates: Templates): string[] {
  const drawn = betweenContainers(relations)
  const backend = templates['mayfly-backend']
  const expected = [
    ...wiredRelations(),
    ...routedRelations(),
    ...(backend ? grantedToBackend(backend) : []),
    ...Object.keys(reasons),
  ]
  return [...differences('relation', drawn, expected), ...staleReasons(templates)]
}

/** An arrow is drawn as an event where it wakes a function, or is what a function gave up, and nowhere else. */
function eventDrift({ relations }: Drawing): string[] {
  const functions = Object.keys(wiring).map(drawnAs)
  const givenUp = functions.map((name) => `${name} -> letters`).filter((arrow) => arrow in reasons)
  const expected: string[] = [...wakingRelations(), ...givenUp]
  const calls = betweenContainers(relations.filter(({ isEvent }) => !isEvent))
  return [
    ...differences('event', betweenContainers(relations.filter(({ isEvent }) => isEvent)), expected),
    ...expected
      .filter((arrow) => calls.includes(arrow))
      .map((arrow) => `${arrow} is an event, and is drawn as a call.`),
  ]
}

const betweenContainers = (relations: Drawing['relations']) =>
  relations
    .filter(({ from, to }) => from.startsWith(SYSTEM) && to.startsWith(SYSTEM))
    .map(({ from, to }) => ({ from: wordOf(from), to: wordOf(to) }))
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }) => `${from} -> ${to}`)

/** Functions that reach Postgres run in the network, the others outside; so it is drawn. */
function placeDrift({ elements, places }: Drawing): string[] {
  const inNetwork = new Set(
    places.filter(({ nodes }) => nodes.includes('.vpc')).map(({ container }) => container),
  )
  return elements
    .filter(({ kind }) => kind === 'function')
    .flatMap(({ id, title }) => {
      const line: Lambda | undefined = wiring[title as LambdaName]
      const belongs = line?.reaches.includes('postgres') ?? false
      if (belongs === inNetwork.has(id)) return []
      return [`${title} runs ${belongs ? 'inside' : 'outside'} the network, and is drawn elsewhere.`]
    })
}

const bucketWord = (name: string) => /^mayfly-(\w+)-/.exec(name)?.[1] ?? name
/** A part of a container stands for the container. */
const wordOf = (id: string) =>
  id.startsWith(SYSTEM) ? (id.slice(SYSTEM.length).split('.')[0] as string) : id
