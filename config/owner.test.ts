import { expect, test } from 'vitest'
import { readOwnerUrl } from './owner.ts'

const owner = {
  DATABASE_HOST: 'db.example',
  DATABASE_PORT: '5432',
  DATABASE_NAME: 'mayfly',
  DATABASE_USER: 'mayfly_owner',
  DATABASE_PASSWORD: 'a/b:c@d?e#f g%h',
}

test('whatever RDS makes up as a password arrives as it is', () => {
  const url = new URL(readOwnerUrl(owner))
  expect(url.host).toBe('db.example:5432')
  expect(url.pathname).toBe('/mayfly')
  expect(url.username).toBe('mayfly_owner')
  expect(decodeURIComponent(url.password)).toBe(owner.DATABASE_PASSWORD)
})

test('all that is missing is told at once, by name, and no value is shown', () => {
  const read = () => readOwnerUrl({ DATABASE_PASSWORD: 'hidden', DATABASE_PORT: 'many' })
  for (const name of ['DATABASE_HOST', 'DATABASE_PORT', 'DATABASE_NAME', 'DATABASE_USER'])
    expect(read).toThrow(new RegExp(`^  ${name}`, 'm'))
  expect(read).not.toThrow(/hidden|many/)
})
