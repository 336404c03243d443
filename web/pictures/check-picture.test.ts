import { limits } from '@mayfly/contract/limits'
import { pictureTypes } from '@mayfly/contract/pictures'
import { expect, test } from 'vitest'
import { judgeFile } from './check-picture.ts'

const MB = 1024 * 1024
const judge = (type: string, size: number, name = 'file') => judgeFile({ name, type, size })

test('every format of the contract is taken as it is, up to the limit', () => {
  for (const type of pictureTypes) expect(judge(type, limits.uploadBytes)).toEqual({ take: 'as-is' })
})

test('a still picture past the limit is made smaller; one that may move is refused in words', () => {
  expect(judge('image/jpeg', limits.uploadBytes + 1)).toEqual({ take: 'smaller' })
  expect(judge('image/gif', limits.uploadBytes + 1)).toEqual({ problem: 'A picture has at most 10 MB.' })
})

test('a file past all measure is not opened', () => {
  expect(judge('image/jpeg', 1000 * MB)).toEqual({ problem: 'A picture has at most 10 MB.' })
  expect(judge('image/heic', 1000 * MB)).toHaveProperty('problem')
})

test("a phone's own format is known by its type or by its name, and converted", () => {
  expect(judge('image/heic', MB)).toEqual({ take: 'converted' })
  expect(judge('', MB, 'IMG_0001.HEIC')).toEqual({ take: 'converted' })
})

test('anything else is refused with the words of the contract', () => {
  const sentence = 'Mayfly takes JPEG, PNG, WebP, AVIF and GIF pictures.'
  for (const type of ['image/svg+xml', 'text/html', 'application/pdf', ''])
    expect(judge(type, MB)).toEqual({ problem: sentence })
  expect(judge('image/png', 0)).toEqual({ problem: 'This file is empty.' })
})
