import { deviceOf } from '@mayfly/domain/devices'
import { expect, it } from 'vitest'
import { deviceWords } from './device-words.ts'

it.each([
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Something (X11; Linux x86_64)',
  'Vivaldi/7.5',
  'curl/8.5.0',
])('calls a device in English as the server does: %s', (userAgent) => {
  const device = deviceOf(userAgent)
  expect(deviceWords(device)).toBe(device)
})
