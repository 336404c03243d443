import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { useToasts } from './ui/toast-store.ts'
import { newerWish, wish, wishesSoFar } from './wishes.ts'

beforeEach(() => useToasts.setState({ toasts: [] }))

let number = 0

/** A server that takes its time and fails as it likes, and a page that shows what is wished of it. */
function worldOf(fails: (turn: number) => boolean) {
  number += 1
  const world = { kept: false, shown: false, calls: 0, running: 0 }
  const given = {
    key: `like ${number}`,
    show: (isSet: boolean) => {
      world.shown = isSet
    },
    send: async (isSet: boolean) => {
      world.running += 1
      expect(world.running).toBe(1)
      await new Promise((done) => setTimeout(done, 1))
      world.running -= 1
      world.calls += 1
      if (fails(world.calls)) throw new Error('The server is tired.')
      world.kept = isSet
    },
    refusal: (wasWanted: boolean) => (wasWanted ? 'Not liked' : 'Still liked'),
  }
  return { world, press: () => wish({ ...given, isSet: world.shown }, !world.shown), key: given.key }
}

test('whatever is pressed and whatever fails, what is shown at last is what the server has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(2), { minLength: 1, maxLength: 12 }),
      fc.array(fc.boolean(), { maxLength: 12 }),
      async (pauses, failing) => {
        const { world, press } = worldOf((turn) => failing[turn - 1] ?? false)
        const all: Promise<void>[] = []
        for (const pause of pauses) {
          all.push(press())
          if (pause > 0) await new Promise((done) => setTimeout(done, pause))
        }
        await Promise.all(all)
        expect(world.shown).toBe(world.kept)
      },
    ),
    { numRuns: 60 },
  )
})

test('presses that come while one is under way wait for it, and only the last one counts', async () => {
  const { world, press } = worldOf(() => false)
  await Promise.all(Array.from({ length: 7 }, press))
  expect(world).toMatchObject({ shown: true, kept: true, calls: 1 })
  await Promise.all([press(), press(), press()])
  expect(world).toMatchObject({ shown: false, kept: false, calls: 2 })
})

test('a failure takes it back with one toast, however often it was pressed', async () => {
  const { world, press } = worldOf(() => true)
  await Promise.all(Array.from({ length: 7 }, press))
  expect(world.shown).toBe(false)
  expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual(['Not liked. The server is tired.'])
})

test('a read that began before a wish was settled does not know better', async () => {
  const { press, key } = worldOf(() => false)
  const before = wishesSoFar()
  expect(newerWish(key, before)).toBeUndefined()
  const pressing = press()
  expect(newerWish(key, before)).toBe(true)
  await pressing
  expect(newerWish(key, before)).toBe(true)
  expect(newerWish(key, wishesSoFar())).toBeUndefined()
})
