import { expect, test } from 'vitest'
import { emailOf, PASSWORD, strangerAt } from './guest.ts'
import { HOUR, openStoryHouse } from './house.ts'

const ada = { email: emailOf('ada'), password: PASSWORD, handle: 'ada', displayName: 'Ada Moreau' }
const MINUTE = 60_000

test('somebody signs up, confirms, signs in and is the person they said', async () => {
  const house = await openStoryHouse()
  const stranger = strangerAt(house)
  await stranger.signUp(ada)
  await expect(stranger.signIn(login())).rejects.toMatchObject({ code: 'forbidden' })
  await stranger.confirmSignUp({ email: ada.email, code: house.codeFor(ada.email) })

  const session = await stranger.signIn(login())
  expect(session.me).toMatchObject({
    handle: 'ada',
    displayName: 'Ada Moreau',
    postCount: 0,
    isFollowed: false,
  })
  expect(Object.keys(session).sort()).toEqual(['accessToken', 'expiresAt', 'isModerator', 'me'])
})

const login = () => ({ email: ada.email, password: ada.password })

test('a wrong code is refused, an old one too, and a new one works', async () => {
  const house = await openStoryHouse()
  const stranger = strangerAt(house)
  await stranger.signUp(ada)
  const right = house.codeFor(ada.email)
  const wrong = right === '000000' ? '000001' : '000000'
  await expect(stranger.confirmSignUp({ email: ada.email, code: wrong })).rejects.toMatchObject({
    code: 'invalid',
    fields: { code: expect.stringContaining('not the code') },
  })
  house.wait(25 * HOUR)
  await expect(stranger.confirmSignUp({ email: ada.email, code: right })).rejects.toMatchObject({
    fields: { code: expect.stringContaining('no longer good') },
  })
  await stranger.resendCode({ email: ada.email })
  await stranger.confirmSignUp({ email: ada.email, code: house.codeFor(ada.email) })
})

test('a wrong password and an unknown address are told in the same words', async () => {
  const house = await openStoryHouse()
  await house.as('ada')
  const stranger = strangerAt(house)
  const messages = await Promise.all(
    [
      { email: ada.email, password: 'not the password 1' },
      { email: 'nobody@guests.example', password: PASSWORD },
    ].map((login) => stranger.signIn(login).catch((error: Error) => error.message)),
  )
  expect(messages[0]).toBe('The e-mail address or the password is wrong.')
  expect(messages[1]).toBe(messages[0])
})

test('too many wrong passwords lock the account for a while, also for the right one', async () => {
  const house = await openStoryHouse()
  await house.as('ada')
  const stranger = strangerAt(house)
  const refusals: string[] = []
  for (let attempt = 0; attempt < 8; attempt += 1)
    await stranger
      .signIn({ email: ada.email, password: 'wrong password 1' })
      .catch((error) => refusals.push(error.code))
  expect(refusals).toContain('too-many')
  await expect(stranger.signIn(login())).rejects.toMatchObject({ code: 'too-many' })
  house.wait(20 * MINUTE)
  await stranger.signIn(login())
})

test('the refresh token is a cookie that scripts and other sites never see', async () => {
  const house = await openStoryHouse()
  await house.as('ada')
  const response = await fetch(`${house.apiOrigin}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login()),
  })
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Strict/i)
  expect(cookie).toMatch(/Path=\/auth/i)
  const token = /=([^;]+)/.exec(cookie)?.[1] ?? ''
  expect(await response.text()).not.toContain(decodeURIComponent(token))

  const fromElsewhere = await fetch(`${house.apiOrigin}/auth/refresh`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: 'https://evil.example',
      cookie: `mayfly_session=${token}`,
    },
    body: '{}',
  })
  expect(fromElsewhere.status).toBe(403)
})

test('a session goes on past the access token, and the old token is refused', async () => {
  const house = await openStoryHouse()
  const guest = await house.as('ada')
  const { accessToken } = await guest.refreshSession({})
  house.wait(16 * MINUTE)
  await guest.createPost({ body: 'still here' })
  const stale = await fetch(`${house.apiOrigin}/feeds/home`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  expect(stale.status).toBe(403)
})

test('a refresh token that was replaced ends the whole session when it comes back', async () => {
  const house = await openStoryHouse()
  const guest = await house.as('ada')
  const stolen = new Map(guest.cookies.kept)
  await guest.refreshSession({})
  house.wait(2 * MINUTE)
  const thief = strangerAt(house)
  for (const [name, value] of stolen) thief.cookies.kept.set(name, value)
  await expect(thief.refreshSession({})).rejects.toMatchObject({ code: 'signed-out' })
  await expect(guest.refreshSession({})).rejects.toMatchObject({ code: 'signed-out' })
})

test('signing out ends the session here, signing out everywhere ends all', async () => {
  const house = await openStoryHouse()
  const here = await house.as('ada')
  const there = strangerAt(house)
  await there.signIn(login())
  const kept = new Map(here.cookies.kept)
  await here.signOut({})
  expect(here.cookies.kept.size).toBe(0)
  for (const [name, value] of kept) here.cookies.kept.set(name, value)
  await expect(here.refreshSession({})).rejects.toMatchObject({ code: 'signed-out' })

  await there.refreshSession({})
  const again = strangerAt(house)
  await again.signIn(login())
  const { accessToken } = await again.refreshSession({})
  const response = await fetch(`${house.apiOrigin}/auth/sign-out-everywhere`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(response.status).toBe(204)
  await expect(there.refreshSession({})).rejects.toMatchObject({ code: 'signed-out' })
})

test('a forgotten password is set anew with a mailed code, and the old one and its sessions are dead', async () => {
  const house = await openStoryHouse()
  const before = await house.as('ada')
  const stranger = strangerAt(house)
  await stranger.forgotPassword({ email: 'nobody@guests.example' })
  await stranger.forgotPassword({ email: ada.email })
  const password = 'a new password 2'
  await stranger.resetPassword({ email: ada.email, code: house.codeFor(ada.email), password })
  await expect(stranger.signIn(login())).rejects.toMatchObject({ code: 'signed-out' })
  await expect(before.refreshSession({})).rejects.toMatchObject({ code: 'signed-out' })
  await stranger.signIn({ email: ada.email, password })
})

test('two people who want one handle both get in, the later one with a number', async () => {
  const house = await openStoryHouse()
  const one = strangerAt(house)
  const other = { ...ada, email: 'other@guests.example' }
  await one.signUp(ada)
  await one.signUp(other)
  await one.confirmSignUp({ email: ada.email, code: house.codeFor(ada.email) })
  await one.confirmSignUp({ email: other.email, code: house.codeFor(other.email) })
  expect((await one.signIn(login())).me.handle).toBe('ada')
  expect((await one.signIn({ email: other.email, password: other.password })).me.handle).toBe('ada2')
  await expect(one.signUp({ ...ada, email: 'third@guests.example' })).rejects.toMatchObject({
    code: 'conflict',
    fields: { handle: expect.any(String) },
  })
})

test('when the person cannot be made at the confirmation, they are told, and the next sign-in makes them', async () => {
  const house = await openStoryHouse()
  const stranger = strangerAt(house)
  await stranger.signUp(ada)
  await house.breakDatabase()
  await expect(
    stranger.confirmSignUp({ email: ada.email, code: house.codeFor(ada.email) }),
  ).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('Sign in') })
  await house.mendDatabase()
  expect((await stranger.signIn(login())).me).toMatchObject({ handle: 'ada', displayName: 'Ada Moreau' })
})
