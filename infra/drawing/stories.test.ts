import { beforeAll, expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { synthesise, type Template } from '../templates-in-test.ts'
import { labelDrift } from './labels.ts'
import { type Drawing, readDrawing, type Step } from './model.ts'
import { storyDrift } from './stories.ts'

let drawing: Drawing
let templates: Record<string, Template>

beforeAll(async () => {
  drawing = await readDrawing()
  templates = synthesise(settings)
}, 120_000)

const [site, gateway, backend] = ['mayfly.site', 'mayfly.gateway', 'mayfly.backend'] as const
const post = { story: 'new', from: site, to: gateway, label: 'POST /posts' }
const told = (...steps: Step[]) => storyDrift({ ...drawing, steps })

test('what an arrow or a step names is there', () => {
  expect(labelDrift(drawing, templates)).toEqual([])
})

test('every story goes along arrows, and every request to who answers it', () => {
  expect(storyDrift(drawing)).toEqual([])
})

test.each([
  ['PUT /posts', 'PUT /posts'],
  ['POST …/letters', 'POST …/letters'],
  ['ids, on /alive', '/alive'],
  ['SignUpAgain', 'SignUpAgain'],
  ['ObjectMoved', 'ObjectMoved'],
  ['post-signature', 'post-signature'],
  ['wakes count-likes', 'count-likes'],
  ['ends_at_last > now', 'ends_at_last'],
  ['SHOUT, ids alone', 'SHOUT'],
])('an arrow that says "%s" is named', (label, name) => {
  const step = { story: 'new', from: site, to: gateway, label }
  const sentence = `The arrow ${site} -> ${gateway} says ${name}, and there is no such thing.`
  expect(labelDrift({ ...drawing, relations: [], steps: [step] }, templates)).toEqual([sentence])
  const relation = { from: site, to: gateway, label, isEvent: false }
  expect(labelDrift({ ...drawing, relations: [relation], steps: [] }, templates)).toEqual([sentence])
})

test('an event that no bucket sends any more is named', () => {
  expect(labelDrift(drawing, {})).toEqual([
    'The arrow mayfly.raw -> mayfly.processImage says ObjectCreated, and there is no such thing.',
  ])
})

test('a step without an arrow is named', () => {
  expect(told({ story: 'new', from: site, to: 'mayfly.postgres', label: 'reads' })).toEqual([
    `In new no arrow leads from ${site} to mayfly.postgres: reads.`,
  ])
})

test('an answer goes back along an arrow, and says which request it answers', () => {
  const answer = { story: 'new', from: backend, to: site }
  expect(told({ ...answer, label: 'ids, on /live' })).toEqual([])
  expect(told({ ...answer, label: 'ids' })).toEqual([
    `In new ${backend} answers ${site}, and does not say which request: ids.`,
  ])
})

test('a request that goes on to another than its route says is named', () => {
  const toUploads = { story: 'new', from: gateway, to: 'mayfly.presignUpload', label: '' }
  const toBackend = { story: 'new', from: gateway, to: backend, label: '' }
  expect(told(post, toBackend)).toEqual([])
  expect(told(post, toUploads)).toEqual(['In new POST /posts does not go on to mayfly.backend.'])
  expect(told(post, { ...post, label: 'again' }, toBackend)).toEqual([
    'In new POST /posts does not go on to mayfly.backend.',
  ])
})

test('a request that is asked for a token without need is named', () => {
  const asked = { story: 'new', from: gateway, to: 'mayfly.authorizeRequest', label: 'who is it?' }
  const toBackend = { story: 'new', from: gateway, to: backend, label: '' }
  expect(told({ ...post, label: 'POST /auth/sign-in' }, asked, toBackend)).toEqual([
    'In new POST /auth/sign-in is asked for a token that it does not need.',
  ])
  expect(told(post, asked, toBackend)).toEqual([])
})
