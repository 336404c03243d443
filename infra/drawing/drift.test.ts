import { beforeAll, expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { synthesise, type Template } from '../templates-in-test.ts'
import { drift } from './drift.ts'
import { type Drawing, readDrawing } from './model.ts'
import { roomDrift } from './rooms.ts'
import { stalePictures } from './site/kept-pictures.ts'

let drawing: Drawing
let templates: Record<string, Template>

beforeAll(async () => {
  drawing = await readDrawing()
  templates = synthesise(settings)
}, 120_000)

test('what is drawn is what is deployed', () => {
  expect(drift(drawing, templates)).toEqual([])
})

test('what is drawn of the rooms is the law that they keep', () => {
  expect(roomDrift(drawing)).toEqual([])
})

test('the pictures that are shown are those of the drawing', () => {
  expect(stalePictures(drawing)).toEqual([])
  const views = { ...drawing.views, index: { title: 'Context', shows: 'another', of: undefined } }
  expect(stalePictures({ ...drawing, views })).toEqual([
    'docs/pictures/context.png is older than its view: please run npm run docs.',
  ])
})

test('a function that is not drawn is named', () => {
  const elements = drawing.elements.filter(({ title }) => title !== 'create-user')
  expect(drift({ ...drawing, elements }, templates)).toContain('The function create-user is not drawn.')
})

test('a function that is drawn and does not exist is named', () => {
  const invented = { id: 'mayfly.countLikes', kind: 'function', title: 'count-likes', facts: {} }
  const elements = [...drawing.elements, invented]
  expect(drift({ ...drawing, elements }, templates)).toContain(
    'The function count-likes is drawn, and is not there.',
  )
})

test('a stack, a bucket, a table and a queue that are not drawn are named', () => {
  const elements = drawing.elements.map((element) => ({ ...element, facts: {} }))
  const problems = drift({ ...drawing, elements }, templates)
  for (const what of [
    'stack mayfly-site',
    'bucket raw',
    'table mayfly-messages',
    'queue mayfly-expire-posts-letters',
  ])
    expect(problems).toContain(`The ${what} is not drawn.`)
})

test('an arrow without a reason is named, and so is a reason without an arrow', () => {
  const others = drawing.relations.filter(
    ({ from, to }) => !from.startsWith('mayfly.expirePosts') || to !== 'mayfly.raw',
  )
  const relations = [
    ...others,
    { from: 'mayfly.createUser', to: 'mayfly.messages', label: '', isEvent: false },
  ]
  const problems = drift({ ...drawing, relations }, templates)
  expect(problems).toContain('The relation expirePosts -> raw is not drawn.')
  expect(problems).toContain('The relation createUser -> messages is drawn, and is not there.')
})

test('an event that is drawn as a call is named, and so is a call that is drawn as an event', () => {
  const relations = drawing.relations.map((relation) => ({ ...relation, isEvent: !relation.isEvent }))
  const problems = drift({ ...drawing, relations }, templates)
  expect(problems).toContain('schedule -> expirePosts is an event, and is drawn as a call.')
  expect(problems).toContain('The event schedule -> expirePosts is not drawn.')
  expect(problems).toContain('The event gateway -> balancer is drawn, and is not there.')
})

test('a function that is drawn in another place is named', () => {
  const places = drawing.places.filter(({ container }) => container !== 'mayfly.createUser')
  expect(drift({ ...drawing, places }, templates)).toContain(
    'create-user runs inside the network, and is drawn elsewhere.',
  )
})

test('a path that is gone is named', () => {
  const elements = drawing.elements.map((element) =>
    element.id === 'mayfly.backend'
      ? { ...element, facts: { ...element.facts, path: 'api/gone.ts' } }
      : element,
  )
  expect(drift({ ...drawing, elements }, templates)).toContain(
    'mayfly.backend is drawn from api/gone.ts, which is not there.',
  )
})

test('an arrow whose reason is gone is named', () => {
  const { 'mayfly-messages': messages, ...others } = templates
  const Resources = Object.fromEntries(
    Object.entries(messages?.Resources ?? {}).filter(
      ([, { Type }]) => Type !== 'AWS::Lambda::EventSourceMapping',
    ),
  )
  expect(drift(drawing, { ...others, 'mayfly-messages': { Resources } })).toContain(
    'Nothing in mayfly-messages makes the arrow deliverMessage -> letters true any more.',
  )
})
