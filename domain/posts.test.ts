import { lifetimeNames, lifetimes } from '@mayfly/contract/lifetimes'
import { Draft } from '@mayfly/contract/posts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expiryOf } from './expiring-id.ts'
import { composePost, isOver } from './posts.ts'

const authorId = '01890a5d-ac96-774b-bcce-b302099a8057'
const lifetime = fc.constantFrom(...lifetimeNames)
const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2100, 0, 1) }).map((ms) => new Date(ms))
const draft = (chosen: keyof typeof lifetimes) => Draft.parse({ body: 'hello', lifetime: chosen })

test('a post lives as long as its author chose, to the second and never longer', () => {
  fc.assert(
    fc.property(lifetime, moment, (chosen, now) => {
      const post = composePost(draft(chosen), { authorId, now, random: 7n })
      const lived = post.expiresAt.getTime() - now.getTime()
      expect(lived).toBeLessThanOrEqual(lifetimes[chosen])
      expect(lived).toBeGreaterThan(lifetimes[chosen] - 1000)
      expect(expiryOf(post.id)).toEqual(post.expiresAt)
    }),
  )
})

test('no reply outlives any post above it, however deep the thread', () => {
  const steps = fc.array(fc.tuple(lifetime, fc.integer({ min: 0, max: 3_000_000 })), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(lifetime, moment, steps, (first, start, replies) => {
      let now = start
      const thread = [composePost(draft(first), { authorId, now, random: 1n })]
      for (const [chosen, pause] of replies) {
        now = new Date(now.getTime() + pause)
        const parent = thread.at(-1)
        if (parent === undefined || isOver(parent.id, now)) break
        thread.push(composePost(draft(chosen), { authorId, parent, now, random: 1n }))
      }
      for (const [index, post] of thread.entries()) {
        expect(expiryOf(post.id)).toEqual(post.expiresAt)
        expect(post.rootId).toBe(index === 0 ? null : thread[0]?.id)
        for (const above of thread.slice(0, index))
          expect(post.expiresAt.getTime()).toBeLessThanOrEqual(above.expiresAt.getTime())
      }
    }),
  )
})

test('a faded post cannot be answered', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const parent = composePost(draft('1-hour'), { authorId, now, random: 1n })
  const later = new Date('2026-11-23T13:00:00Z')
  expect(() => composePost(draft('1-day'), { authorId, parent, now: later, random: 2n })).toThrow('faded')
})

test('an id is over from the second of its expiry on', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const { id } = composePost(draft('1-hour'), { authorId, now, random: 1n })
  expect(isOver(id, new Date('2026-11-23T12:59:59.999Z'))).toBe(false)
  expect(isOver(id, new Date('2026-11-23T13:00:00Z'))).toBe(true)
})
