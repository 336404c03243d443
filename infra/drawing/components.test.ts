import { beforeAll, expect, test } from 'vitest'
import { componentDrift } from './components.ts'
import { type Drawing, readDrawing } from './model.ts'

let drawing: Drawing

beforeAll(async () => {
  drawing = await readDrawing()
}, 120_000)

const without = (id: string) => drawing.elements.filter((element) => element.id !== id)

const drawnFrom = (id: string, path: string) =>
  drawing.elements.map((element) => (element.id === id ? { ...element, facts: { path } } : element))

const withArrow = (from: string, to: string) => [
  ...drawing.relations,
  { from, to, label: '', isEvent: false },
]

const withoutArrow = (from: string, to: string) =>
  drawing.relations.filter((relation) => relation.from !== from || relation.to !== to)

test('what is drawn inside the functions and the site is what the code has', () => {
  expect(componentDrift(drawing)).toEqual([])
})

test.each([
  [
    'mayfly.presignUpload.frame',
    'lambdas/answer-route.ts is used by presign-upload, and is not drawn in it.',
  ],
  ['mayfly.createUser.handles', 'domain/handles.ts is used by create-user, and is not drawn in it.'],
  ['mayfly.deliverMessage.live', 'storage/live.ts is used by deliver-message, and is not drawn in it.'],
  ['mayfly.site.reports', 'web/reports is used by the site, and is not drawn in it.'],
])('without %s a file is not drawn, and is named', (id, sentence) => {
  expect(componentDrift({ ...drawing, elements: without(id) })).toContain(sentence)
})

test('a part that no code of the function is behind is named', () => {
  const elements = drawnFrom('mayfly.createUser.handles', 'domain/rates.ts')
  expect(componentDrift({ ...drawing, elements })).toContain(
    'mayfly.createUser.handles is drawn from domain/rates.ts, which create-user does not use.',
  )
})

test('a part that is behind a store is drawn or not, and only where it is', () => {
  const token = 'mayfly.authorizeRequest.tokens'
  expect(componentDrift({ ...drawing, elements: drawnFrom(token, 'storage/threads.ts') })).toContain(
    `${token} is drawn from storage/threads.ts, which authorize-request does not use.`,
  )
})

test('an arrow between parts that no code makes is named, and so is code that has no arrow', () => {
  const [handler, live] = ['mayfly.deliverMessage.handler', 'mayfly.deliverMessage.live']
  expect(componentDrift({ ...drawing, relations: withArrow(live, handler) })).toEqual([
    `The arrow ${live} -> ${handler} is drawn, and is not there.`,
  ])
  expect(componentDrift({ ...drawing, relations: withoutArrow(handler, live) })).toEqual([
    `The arrow ${handler} -> ${live} is not drawn.`,
  ])
})

test('only a part that is drawn from a store reaches what the store is opened with', () => {
  const [handler, conversations] = ['mayfly.deliverMessage.handler', 'mayfly.deliverMessage.conversations']
  expect(componentDrift({ ...drawing, relations: withArrow(handler, 'mayfly.postgres') })).toEqual([
    `The arrow ${handler} -> mayfly.postgres is drawn, and is not there.`,
  ])
  expect(componentDrift({ ...drawing, relations: withoutArrow(conversations, 'mayfly.messages') })).toEqual([
    `The arrow ${conversations} -> mayfly.messages is not drawn.`,
  ])
})

test('a page that is loaded late is a part that the root shows', () => {
  const relations = withoutArrow('mayfly.site.root', 'mayfly.site.auth')
  expect(componentDrift({ ...drawing, relations })).toEqual([
    'The arrow mayfly.site.root -> mayfly.site.auth is not drawn.',
  ])
})

test('a function that cannot be looked into is named', () => {
  const { createUser, ...views } = drawing.views
  expect(componentDrift({ ...drawing, views })).toEqual(['There is no view of what is inside create-user.'])
})
