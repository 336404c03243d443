import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creationOf, expiringId, expiryOf } from './expiring-id.ts'

const EPOCH = Date.UTC(2025, 0, 1)
const RANDOM = (1n << 42n) - 1n

const created = fc.integer({ min: EPOCH, max: Date.UTC(2150, 0, 1) }).map((ms) => new Date(ms))
const expiry = fc.integer({ min: 0, max: 0xffff_ffff }).map((seconds) => new Date(EPOCH + seconds * 1000))
const random = fc.bigInt({ min: 0n, max: RANDOM })

test('an id gives back the expiry and the creation that it was made of', () => {
  fc.assert(
    fc.property(created, expiry, random, (createdAt, expiresAt, bits) => {
      const id = expiringId(createdAt, expiresAt, bits)
      expect(expiryOf(id)).toEqual(expiresAt)
      expect(creationOf(id)).toEqual(createdAt)
    }),
  )
})

test('ids sort by creation time, whatever their expiry and their random bits', () => {
  fc.assert(
    fc.property(
      created,
      created,
      expiry,
      expiry,
      random,
      random,
      (one, other, end, otherEnd, bits, otherBits) => {
        fc.pre(one.getTime() !== other.getTime())
        const isBefore = expiringId(one, end, bits) < expiringId(other, otherEnd, otherBits)
        expect(isBefore).toBe(one < other)
      },
    ),
  )
})

test('an id is a well-formed UUIDv8', () => {
  fc.assert(
    fc.property(created, expiry, fc.bigInt({ min: 0n, max: 1n << 80n }), (createdAt, expiresAt, bits) => {
      expect(expiringId(createdAt, expiresAt, bits)).toMatch(
        /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      )
    }),
  )
})

test('a fraction of a second is cut from the expiry, never added', () => {
  const id = expiringId(new Date(EPOCH), new Date(EPOCH + 3_600_999), 0n)
  expect(expiryOf(id)).toEqual(new Date(EPOCH + 3_600_000))
})

test('any other id has no expiry', () => {
  expect(expiryOf('01890a5d-ac96-774b-bcce-b302099a8057')).toBeUndefined()
  expect(expiryOf('not an id')).toBeUndefined()
  fc.assert(fc.property(fc.string(), (text) => expiryOf(text) === undefined))
})

test('an expiry out of reach of 32 bits is refused', () => {
  expect(() => expiringId(new Date(EPOCH), new Date(EPOCH - 1000), 0n)).toThrow(RangeError)
  expect(() => expiringId(new Date(EPOCH), new Date(Date.UTC(2170, 0, 1)), 0n)).toThrow(RangeError)
})
