import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstUploadState, isUnderWay, nextUploadState, type UploadEvent } from './upload-state.ts'

const upload = {
  id: crypto.randomUUID(),
  kind: 'photo',
  state: 'ready',
  problem: null,
  width: 4,
  height: 3,
  placeholder: '',
} as const

const after = (...events: UploadEvent[]) => events.reduce(nextUploadState, firstUploadState)

const anyEvent: fc.Arbitrary<UploadEvent> = fc.oneof(
  fc.constantFrom<UploadEvent[]>(
    { type: 'begins' },
    { type: 'loses-line' },
    { type: 'is-sent' },
    { type: 'is-ready', upload },
    { type: 'fails', sentence: 'No line.' },
    { type: 'is-refused', sentence: 'No picture.' },
    { type: 'starts-again' },
  ),
  fc.record({ type: fc.constant('progresses' as const), progress: fc.double({ noNaN: true }) }),
)

test('a picture is checked, sent, prepared and ready', () => {
  expect(after().step).toBe('checking')
  expect(after({ type: 'begins' })).toEqual({ step: 'sending', progress: 0 })
  expect(after({ type: 'begins' }, { type: 'is-sent' }).step).toBe('preparing')
  expect(after({ type: 'begins' }, { type: 'is-sent' }, { type: 'is-ready', upload })).toEqual({
    step: 'ready',
    upload,
  })
})

test('a lost line pauses, and sending begins from nothing when it is back', () => {
  const paused = after({ type: 'begins' }, { type: 'progresses', progress: 0.6 }, { type: 'loses-line' })
  expect(paused.step).toBe('paused')
  expect(isUnderWay(paused)).toBe(true)
  expect(nextUploadState(paused, { type: 'begins' })).toEqual({ step: 'sending', progress: 0 })
})

test('only what failed can be tried again', () => {
  expect(after({ type: 'fails', sentence: 'No line.' }, { type: 'starts-again' }).step).toBe('checking')
  expect(after({ type: 'is-refused', sentence: 'No picture.' }, { type: 'starts-again' }).step).toBe(
    'refused',
  )
  expect(after({ type: 'is-ready', upload }, { type: 'starts-again' }).step).toBe('ready')
})

test('progress stays between 0 and 1 and never goes back while sending', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (events) => {
      let state = after({ type: 'begins' })
      for (const event of events) {
        const next = nextUploadState(state, event)
        if (next.step === 'sending') {
          expect(next.progress).toBeGreaterThanOrEqual(0)
          expect(next.progress).toBeLessThanOrEqual(1)
          if (state.step === 'sending' && event.type === 'progresses')
            expect(next.progress).toBeGreaterThanOrEqual(state.progress)
        }
        state = next
      }
    }),
  )
})

test('what is ready or refused stays so, whatever comes late', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (events) => {
      expect([{ type: 'is-ready', upload } as const, ...events].reduce(nextUploadState, after()).step).toBe(
        'ready',
      )
      const refused = after({ type: 'is-refused', sentence: 'No picture.' }, ...events)
      expect(refused.step).toBe('refused')
    }),
  )
})
