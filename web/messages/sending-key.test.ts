import { expect, test } from 'vitest'
import { isSendingKey } from './sending-key.ts'

const press = (given: Partial<KeyboardEvent>) => ({ key: 'Enter', keyCode: 13, ...given }) as KeyboardEvent

test('Enter sends where there is a keyboard, and with Ctrl or the command key everywhere', () => {
  expect(isSendingKey(press({}), false)).toBe(true)
  expect(isSendingKey(press({}), true)).toBe(false)
  expect(isSendingKey(press({ ctrlKey: true }), true)).toBe(true)
  expect(isSendingKey(press({ metaKey: true }), true)).toBe(true)
})

test('Shift and Enter begin a new line, and other keys send nothing', () => {
  expect(isSendingKey(press({ shiftKey: true }), false)).toBe(false)
  expect(isSendingKey(press({ key: 'a', keyCode: 65 }), false)).toBe(false)
})

test('while an input method composes, Enter sends nothing', () => {
  expect(isSendingKey(press({ isComposing: true }), false)).toBe(false)
  expect(isSendingKey(press({ keyCode: 229 }), false)).toBe(false)
  expect(isSendingKey(press({ isComposing: true, ctrlKey: true }), false)).toBe(false)
})
