import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test('an IPv4 address is one of its own, also where it is written as IPv6', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('203.0.113.10')).not.toBe(networkOf('203.0.113.9'))
})

test('an IPv6 address is its /64, however it is written', () => {
  const network = '2001:db8:0:7::/64'
  for (const address of [
    '2001:db8:0:7::1',
    '2001:0DB8:0000:0007:ffff:ffff:ffff:ffff',
    '2001:db8:0:7:1:2:3:4',
    '2001:db8::7:0:0:203.0.113.9',
  ])
    expect(networkOf(address)).toBe(network)
  expect(networkOf('2001:db8:0:8::1')).toBe('2001:db8:0:8::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
})

test('whoever shares the first four groups is one, and nobody else', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  const groups = fc.tuple(group, group, group, group, group, group, group, group)
  const written = (parts: number[]) => networkOf(parts.map((part) => part.toString(16)).join(':'))
  fc.assert(
    fc.property(groups, groups, (one, other) => {
      const isShared = one.slice(0, 4).join() === other.slice(0, 4).join()
      // ::ffff:0:0/96 has IPv4 addresses in it, and is written with dots by those who mean them.
      expect(written(one) === written(other)).toBe(isShared)
      expect(written([...one.slice(0, 4), ...other.slice(4)])).toBe(written(one))
    }),
  )
})

test('what is no address is none', () => {
  for (const text of ['', 'localhost', '1.2.3', '::1, 127.0.0.1', 'unknown', '1:2:3', '[::1]', '::1]:80/[a'])
    expect(networkOf(text)).toBeUndefined()
})
