import { lifetimeNames, lifetimes } from '@mayfly/contract/lifetimes'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creationOf, expiryOf } from './expiring-id.ts'
import { composeMessage, conversationExpiry, pairId } from './messages.ts'

const senderId = '01890a5d-ac96-774b-bcce-b302099a8057'
const written = { key: '01890a5d-ac96-774b-bcce-b302099a8058', body: 'hello' }
const lifetime = fc.constantFrom(...lifetimeNames)
const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2100, 0, 1) }).map((ms) => new Date(ms))
const random = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })

test('a message lives as long as its sender chose, to the second and never longer', () => {
  fc.assert(
    fc.property(lifetime, moment, random, (chosen, now, bits) => {
      const message = composeMessage(written, { senderId, lifetime: chosen, now, random: bits })
      const lived = message.expiresAt.getTime() - now.getTime()
      expect(lived).toBeLessThanOrEqual(lifetimes[chosen])
      expect(lived).toBeGreaterThan(lifetimes[chosen] - 1000)
      expect(message.expiresAt.getMilliseconds()).toBe(0)
      expect(expiryOf(message.id)).toEqual(message.expiresAt)
      expect(creationOf(message.id)).toEqual(now)
    }),
  )
})

test('ids of messages sort by the time of sending, whatever their lifetimes', () => {
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 1e9 }),
      lifetime,
      lifetime,
      random,
      (first, pause, a, b, bits) => {
        const second = new Date(first.getTime() + pause)
        const earlier = composeMessage(written, { senderId, lifetime: a, now: first, random: bits })
        const later = composeMessage(written, { senderId, lifetime: b, now: second, random: 0n })
        expect(earlier.id < later.id).toBe(true)
      },
    ),
  )
})

test('a conversation outlives every message in it, and ends on a whole second', () => {
  fc.assert(
    fc.property(lifetime, moment, (chosen, now) => {
      const message = composeMessage(written, { senderId, lifetime: chosen, now, random: 0n })
      const end = conversationExpiry(now)
      expect(end.getTime()).toBeGreaterThan(message.expiresAt.getTime())
      // DynamoDB's time to live is in seconds; what it does with a fraction, it does not say.
      expect(end.getMilliseconds()).toBe(0)
    }),
  )
})

test('two people have one id together, whoever asks and in whatever case, and no two pairs share it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.uuid(), { minLength: 3, maxLength: 3 }), async (people) => {
      const [ada, bob, cleo] = people as [string, string, string]
      const id = await pairId(ada, bob)
      expect(await pairId(bob, ada)).toBe(id)
      expect(await pairId(bob.toUpperCase(), ada.toUpperCase())).toBe(id)
      expect(await pairId(ada, cleo)).not.toBe(id)
      expect(await pairId(bob, cleo)).not.toBe(id)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    }),
  )
})
