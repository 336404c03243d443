import { expect, test } from 'vitest'
import { catchUp, eventIn } from './event-in.ts'

const uploadId = '01890a5d-ac96-774b-bcce-b302099a8057'

test('an event is understood, without what it says besides', () => {
  expect(eventIn(catchUp)).toEqual({ type: 'catch-up' })
  expect(eventIn(JSON.stringify({ type: 'picture', uploadId, later: 1 }))).toEqual({
    type: 'picture',
    uploadId,
  })
})

test.each([
  ['of a newer server', '{"type":"fireworks","size":3}'],
  ['cut off', '{"type":"catch-'],
  ['without an id', '{"type":"picture"}'],
  ['with something else for an id', '{"type":"picture","uploadId":"<b>"}'],
  ['that is no object', 'null'],
  ['that is empty', ''],
  ['that is no text', { type: 'catch-up' }],
])('an event %s is overlooked', (_, data) => {
  expect(eventIn(data)).toBeUndefined()
})
