import { expect, test } from 'vitest'
import { PASSWORD, strangerAt } from './guest.ts'
import { openStoryHouse } from './house.ts'

test('twenty people who confirm at once and want one handle all get in, each with their own', async () => {
  const house = await openStoryHouse()
  const stranger = strangerAt(house)
  const emails = Array.from({ length: 20 }, (_, number) => `crowd-${number}@guests.example`)
  for (const email of emails)
    await stranger.signUp({ email, password: PASSWORD, handle: 'phoenix', displayName: 'Phoenix' })
  await Promise.all(emails.map((email) => stranger.confirmSignUp({ email, code: house.codeFor(email) })))
  const { rows } = await house.query('select handle from users')
  const handles = rows.map(({ handle }) => handle)
  expect(new Set(handles).size).toBe(20)
  expect(handles).toContain('phoenix')
  for (const handle of handles) expect(handle).toMatch(/^phoenix\d*$/)
})

test('a person who is made again, even at the same time, stays as they are', async () => {
  const house = await openStoryHouse()
  const person = { id: '01890a5d-ac96-4744-8cce-b302099a8057', displayName: 'Ada', createdAt: house.now() }
  const make = (handle: string) => house.stores.people.insert(person, [handle, `${handle}2`])
  await Promise.all(Array.from({ length: 10 }, () => make('ada')))
  await make('somebody_else')
  const { rows } = await house.query('select handle from users')
  expect(rows).toEqual([{ handle: 'ada' }])
})
