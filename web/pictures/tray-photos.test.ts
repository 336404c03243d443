import { limits } from '@mayfly/contract/limits'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isBusy,
  missingAlt,
  moved,
  roomIn,
  savedFrom,
  savedPhotosIn,
  stuckIn,
  type TrayPhoto,
} from './tray-photos.ts'
import type { UploadState } from './upload-state.ts'

const photo = (key: string, upload: UploadState = { step: 'checking' }, alt = ''): TrayPhoto => ({
  key,
  upload,
  alt,
  preview: undefined,
})
const ready = (id: string): UploadState => ({
  step: 'ready',
  upload: { id, kind: 'photo', state: 'ready', problem: null, width: 4, height: 3, placeholder: '' },
})

test('sending waits for what is under way, and not for what is ready or stuck', () => {
  expect(isBusy([photo('a', { step: 'sending', progress: 0.5 })])).toBe(true)
  expect(isBusy([photo('a', { step: 'paused' })])).toBe(true)
  expect(isBusy([photo('a', ready('a')), photo('b', { step: 'failed', sentence: 'No line.' })])).toBe(false)
  expect(stuckIn([photo('a', ready('a')), photo('b', { step: 'refused', sentence: 'No.' })])).toHaveLength(1)
})

test('a description of white space is none', () => {
  expect(missingAlt([photo('a', ready('a'), ' \n'), photo('b', ready('b'), 'A cat')])).toBe(1)
})

test('only what is ready is kept with a draft, in its order', () => {
  const photos = [photo('a', ready('1'), 'One'), photo('b'), photo('c', ready('2'))]
  expect(savedFrom(photos).map(({ id, alt }) => [id, alt])).toEqual([
    ['1', 'One'],
    ['2', ''],
  ])
})

test('moving a photo loses none and puts it where it was asked to be', () => {
  const keys = ['a', 'b', 'c', 'd']
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.integer({ min: -3, max: 9 }), (key, place) => {
      const after = moved(
        keys.map((name) => photo(name)),
        key,
        place,
      ).map((each) => each.key)
      expect(after.toSorted()).toEqual(keys)
      expect(after.indexOf(key)).toBe(Math.max(0, Math.min(3, place)))
      const others = keys.filter((each) => each !== key)
      expect(after.filter((each) => each !== key)).toEqual(others)
    }),
  )
})

test('what an older page kept is read as far as it makes sense', () => {
  expect(savedPhotosIn(undefined)).toEqual([])
  expect(savedPhotosIn([null, 7, { alt: 'No id' }, { id: 'x', alt: 7, preview: 'no blob' }])).toEqual([
    { id: 'x', alt: '', preview: undefined },
  ])
})

test('a post has room for as many photos as the contract says', () => {
  expect(roomIn([])).toBe(limits.photosInPost)
  expect(roomIn([photo('a')])).toBe(limits.photosInPost - 1)
})
