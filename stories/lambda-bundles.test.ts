import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pickGiven } from '@mayfly/config/config'
import { rawKey } from '@mayfly/domain/pictures'
import { bundleLambda } from '@mayfly/lambdas/bundle'
import { flickering, hugePng, plain } from '@mayfly/lambdas/image/sample-pictures'
import { variablesFor } from '@mayfly/lambdas/variables'
import { type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import { addressFor } from '@mayfly/local/database'
import type { Sharp } from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { arrives, recordOf, say } from './conversation.ts'
import type { Guest } from './guest.ts'
import { openStoryHouse, SITE_ORIGIN, type StoryHouse } from './house.ts'
import { copyOutside, endOf, environmentOf, runNode } from './outside.ts'
import { jpeg, photo, send } from './uploads.ts'

const names = Object.keys(wiring) as LambdaName[]
const NODE_MODULES = resolve(import.meta.dirname, '../node_modules')
let bundles: string
const needed: Partial<Record<LambdaName, string[]>> = {}

beforeAll(async () => {
  bundles = await mkdtemp(join(tmpdir(), 'mayfly-bundles-'))
  for (const name of names) needed[name] = await bundleLambda(name, join(bundles, name))
  const beside = join(bundles, 'process-image', 'node_modules')
  await mkdir(beside)
  for (const name of ['sharp', 'detect-libc', 'semver', '@img'])
    await symlink(join(NODE_MODULES, name), join(beside, name))
  return () => rm(bundles, { recursive: true, force: true })
})

const wake = `
  let bytes = 0
  setInterval(() => { bytes = Math.max(bytes, process.memoryUsage.rss()) }, 1)
  const { handler } = await import(process.cwd() + '/index.mjs')
  const answer = (await handler(JSON.parse(process.argv[1]))) ?? null
  console.log(JSON.stringify({ answer, megabytes: bytes / 1024 / 1024 }))
  process.exit()`

/** Wakes a copy of a function's bundle, far from the repository and with nothing else, as Lambda would. */
async function woken(name: LambdaName, event: unknown, env: Record<string, string>) {
  const folder = await copyOutside(join(bundles, name))
  const args = ['--input-type=module', '--eval', wake, JSON.stringify(event)]
  return endOf(runNode(folder, args, env))
}

const answerOf = async (house: StoryHouse, name: LambdaName, event: unknown) =>
  (await outcomeOf(house, name, event)).answer

/** What a function answers, and the most memory that it held, Node included. */
async function outcomeOf(house: StoryHouse, name: LambdaName, event: unknown) {
  const own = { ...house.config, DATABASE_URL: addressFor(name, house.config.DATABASE_URL) }
  const { code, out, problems } = await woken(name, event, environmentOf(pickGiven(variablesFor(name), own)))
  expect({ code, problems }).toEqual({ code: 0, problems: '' })
  return JSON.parse(out)
}

test('only the function that looks at pictures needs more than its bundle', () => {
  expect(names.filter((name) => needed[name]?.length)).toEqual(['process-image'])
})

test('each function’s bundle answers its event, from its own files and variables alone', async () => {
  const house = await openStoryHouse()
  const [ada, bob] = await Promise.all([house.as('ada'), house.as('bob')])
  const token = (good: string) => ({ identitySource: [`Bearer ${good}`] })
  expect(await answerOf(house, 'authorize-request', token('nonsense'))).toMatchObject({ isAuthorized: false })
  expect(await answerOf(house, 'authorize-request', token((await ada.token()) ?? ''))).toEqual({
    isAuthorized: true,
    context: { userId: ada.id },
  })
  expect(await answerOf(house, 'answer-preflight', { headers: { origin: SITE_ORIGIN } })).toMatchObject({
    statusCode: 204,
    headers: { 'access-control-allow-origin': SITE_ORIGIN },
  })
  expect(await answerOf(house, 'presign-upload', uploadOf(ada))).toMatchObject({
    statusCode: 201,
    body: expect.stringContaining(house.uploadsOrigin),
  })
  const sub = randomUUID()
  const cleo = { sub, name: 'Cleo', preferred_username: 'cleo' }
  await answerOf(house, 'create-user', {
    triggerSource: 'PostConfirmation_ConfirmSignUp',
    request: { userAttributes: cleo },
  })
  expect(await ada.showPerson({ handle: 'cleo' })).toMatchObject({ displayName: 'Cleo' })
  const { id } = await ada.startConversation({ handles: ['bob'] })
  const message = await say(ada, id, 'hello')
  await arrives(house, bob, message)
  await answerOf(house, 'deliver-message', recordOf(id, message))
  expect(await answerOf(house, 'expire-posts', {})).toMatchObject({ removed: 0, accountsRemoved: 0 })
})

test('the function that looks at pictures does so with the package that lies beside its bundle', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  // The house's own function would be quicker.
  Object.assign(house.functions, { 'process-image': async () => {} })
  const form = await ada.startUpload(jpeg(photo.length))
  await send(form, photo)
  await answerOf(house, 'process-image', house.uploadEvent(rawKey('photo', ada.id, form.id)))
  expect(await ada.showUpload({ id: form.id })).toMatchObject({ state: 'ready', width: 400, height: 800 })
})

test.for([
  ['a PNG of 900 megapixels', 'refused', async () => hugePng(30_000, 30_000)],
  ['a JPEG of empty notes', 'ready', async () => withEmptyNotes(await plain(40, 40).jpeg().toBuffer())],
  ['a WebP of very many frames', 'ready', () => flickering(125_000)],
  ['a GIF as large as may be', 'ready', () => plain(6000, 4800).gif().toBuffer()],
  [
    'an AVIF as large as may be',
    'ready',
    () => plain(2500, 2500).avif({ effort: 0, bitdepth: 12 }).toBuffer(),
  ],
  ['a JPEG in passes as large as may be', 'ready', () => inPasses(plain(5000, 4900))],
  ['a JPEG in passes, for print', 'ready', () => inPasses(plain(4200, 4300).toColourspace('cmyk'))],
] as const)(
  'the function that looks at pictures holds less than 300 MB, whatever it is given: %s',
  async ([, state, make]) => {
    const house = await openStoryHouse()
    const ada = await house.as('ada')
    Object.assign(house.functions, { 'process-image': async () => {} })
    const body = await make()
    const form = await ada.startUpload(jpeg(body.length))
    await send(form, body)
    const { megabytes } = await outcomeOf(
      house,
      'process-image',
      house.uploadEvent(rawKey('photo', ada.id, form.id)),
    )
    expect(megabytes).toBeLessThan(300)
    expect(await ada.showUpload({ id: form.id })).toMatchObject({ state })
    expect(await house.rawKeys()).toEqual([])
  },
)

const inPasses = (picture: Sharp) =>
  picture.jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer()

/** So many notes of a camera that wrote nothing into them. */
function withEmptyNotes(jpeg: Buffer): Buffer {
  const note = Buffer.from('\xff\xe1\0\x16Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0', 'latin1')
  return Buffer.concat([jpeg.subarray(0, 2), ...Array<Buffer>(400_000).fill(note), jpeg.subarray(2)])
}

test('a function that is not given what follows from its reaches says the name, before it does anything', async () => {
  const nothing = { AWS_REGION: 'us-east-1' }
  const ends = await Promise.all(names.map(async (name) => ({ name, ...(await woken(name, {}, nothing)) })))
  for (const { name, code, problems } of ends) {
    expect(code).toBe(1)
    for (const variable of variablesFor(name).filter((each) => !hasDefault.has(each)))
      expect(problems).toContain(`  ${variable}: `)
  }
})

const hasDefault = new Set(['RATE_FACTOR', 'PEOPLE_PER_ADDRESS'])

const uploadOf = (guest: Guest) => ({
  headers: { origin: SITE_ORIGIN },
  body: JSON.stringify(jpeg(photo.length)),
  isBase64Encoded: false,
  requestContext: { authorizer: { lambda: { userId: guest.id } } },
})
