import { expect, test } from 'vitest'
import { emailOf, PASSWORD, signInAt, strangerAt } from './guest.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'

const NEW_PASSWORD = 'a fresh battery 2'
const NEW_EMAIL = 'ada.moreau@guests.example'

const signIn = (house: StoryHouse, email: string, password = PASSWORD) =>
  strangerAt(house).signIn({ email, password })

test('a new password is set with the old one, and every other place is signed out', async () => {
  const house = await openStoryHouse()
  const here = await house.as('ada')
  const there = await signInAt(house, 'ada')
  await here.changePassword({ password: PASSWORD, newPassword: NEW_PASSWORD })

  await expect(there.refreshSession({})).rejects.toMatchObject({ code: 'signed-out' })
  await expect(signIn(house, emailOf('ada'))).rejects.toMatchObject({ code: 'signed-out' })
  await signIn(house, emailOf('ada'), NEW_PASSWORD)
  await here.createPost({ body: 'still here' })
  await here.refreshSession({})
})

test('a wrong old password is told at its field, and signs nobody out', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const wrong = { password: 'not my password 1', newPassword: NEW_PASSWORD }
  await expect(ada.changePassword(wrong)).rejects.toMatchObject({
    code: 'invalid',
    fields: { password: 'This is not your password.' },
  })
  await expect(ada.changePassword({ password: PASSWORD, newPassword: 'short' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { newPassword: expect.stringContaining('at least 10') },
  })
  await ada.createPost({ body: 'still here' })
  await signIn(house, emailOf('ada'))
})

test('whoever guesses passwords of somebody who is signed in is stopped after a few', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const codes: string[] = []
  for (let attempt = 0; attempt < 12; attempt += 1)
    await ada
      .changePassword({ password: 'not my password 1', newPassword: NEW_PASSWORD })
      .catch(({ code }) => codes.push(code))
  expect(codes).toContain('too-many')
})

test('a new address is good once its code is given, and the old one until then', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  expect(await ada.showAccount({})).toEqual({ email: emailOf('ada') })
  await ada.changeEmail({ email: ` ${NEW_EMAIL.toUpperCase()}`, password: PASSWORD })
  expect(await ada.showAccount({})).toEqual({ email: emailOf('ada') })
  await signIn(house, emailOf('ada'))
  await expect(signIn(house, NEW_EMAIL)).rejects.toMatchObject({ code: 'signed-out' })

  const code = house.codeFor(NEW_EMAIL)
  const wrong = code === '000000' ? '000001' : '000000'
  await expect(ada.confirmEmail({ code: wrong })).rejects.toMatchObject({
    code: 'invalid',
    fields: { code: expect.stringContaining('not the code') },
  })
  await ada.confirmEmail({ code })
  expect(await ada.showAccount({})).toEqual({ email: NEW_EMAIL })
  await signIn(house, NEW_EMAIL)
  await expect(signIn(house, emailOf('ada'))).rejects.toMatchObject({ code: 'signed-out' })
  expect((await ada.refreshSession({})).me.handle).toBe('ada')
})

test('a code that did not come is asked for again, and the one before is void', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await ada.changeEmail({ email: NEW_EMAIL, password: PASSWORD })
  const first = house.codeFor(NEW_EMAIL)
  await ada.changeEmail({ email: NEW_EMAIL, password: PASSWORD })
  const second = house.codeFor(NEW_EMAIL)
  if (first !== second)
    await expect(ada.confirmEmail({ code: first })).rejects.toMatchObject({ code: 'invalid' })
  await ada.confirmEmail({ code: second })
})

test('a new address needs the password, and may not be the same or another person’s', async () => {
  const house = await openStoryHouse()
  const [ada] = await Promise.all([house.as('ada'), house.as('bob')])
  const change = (email: string, password = PASSWORD) => ada.changeEmail({ email, password })
  await expect(change(NEW_EMAIL, 'not my password 1')).rejects.toMatchObject({
    code: 'invalid',
    fields: { password: 'This is not your password.' },
  })
  await expect(change(emailOf('ada'))).rejects.toMatchObject({ fields: { email: expect.any(String) } })
  await expect(change(emailOf('bob'))).rejects.toMatchObject({
    code: 'conflict',
    fields: { email: 'There is another account with this e-mail address.' },
  })
  expect(house.mailbox.list(NEW_EMAIL)).toEqual([])
})

test('proving a password leaves no session behind', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await ada.changeEmail({ email: NEW_EMAIL, password: PASSWORD })
  expect((await ada.listSessions({})).items).toHaveLength(1)
})
