import { expect, test } from 'vitest'
import { emailOf, signInAt, strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse, type StoryHouse } from './house.ts'
import { listenAs } from './live-ear.ts'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:149.0) Gecko/20100101 Firefox/149.0'
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
const over = { code: 'signed-out' }

/** Ada at home and on her phone. */
async function adaTwice() {
  const house = await openStoryHouse()
  await house.as('ada')
  const home = await signInAt(house, 'ada', { userAgent: FIREFOX })
  const phone = await signInAt(house, 'ada', { userAgent: PHONE })
  return { house, home, phone }
}

const rowsIn = async (house: StoryHouse) => (await house.query('select * from sessions')).rows

test('somebody sees where they are signed in, in words, and which of it is here', async () => {
  const { house, home, phone } = await adaTwice()
  house.wait(HOUR)
  await home.refreshSession({})
  const { items } = await phone.listSessions({})
  expect(items.map(({ device, isThis }) => ({ device, isThis }))).toEqual([
    { device: 'Safari on iPhone', isThis: true },
    { device: 'Firefox on Windows', isThis: false },
    { device: 'An unknown device', isThis: false },
  ])
  const firefox = items.find(({ device }) => device === 'Firefox on Windows')
  expect(Date.parse(firefox?.lastUsedAt ?? '') - Date.parse(firefox?.beganAt ?? '')).toBeGreaterThan(
    HOUR - 5_000,
  )
})

test('a session keeps its place in the list however often it is refreshed', async () => {
  const { home } = await adaTwice()
  const before = await home.listSessions({})
  await home.refreshSession({})
  await home.refreshSession({})
  expect((await home.listSessions({})).items.map(({ id }) => id).sort()).toEqual(
    before.items.map(({ id }) => id).sort(),
  )
})

test('whoever is signed out from elsewhere is out at once, and for good', async () => {
  const { house, home, phone } = await adaTwice()
  const stolen = await phone.token()
  const ear = await listenAs(phone, house.backendOrigin)
  const there = await phone.listSessions({})
  const id = there.items.find(({ isThis }) => isThis)?.id ?? ''
  await home.endSession({ id })
  await home.endSession({ id })

  await ear.hears({ type: 'session-ended', sessionId: id })
  await ear.over
  const headers = { authorization: `Bearer ${stolen}` }
  expect((await fetch(`${house.apiOrigin}/feeds/home`, { headers })).status).toBe(401)
  const cookies = new Map(phone.cookies.kept)
  await expect(phone.refreshSession({})).rejects.toMatchObject(over)
  expect(phone.cookies.kept.size).toBe(0)
  expect((await home.listSessions({})).items.map(({ device }) => device)).not.toContain('Safari on iPhone')
  // It was revoked as well: Cognito itself takes the token no more.
  const again = strangerAt(house)
  for (const [name, value] of cookies) again.cookies.kept.set(name, value)
  await house.query('update sessions set ended_at = null')
  await expect(again.refreshSession({})).rejects.toMatchObject(over)
})

test('nobody ends a session of somebody else, nor the one that they are in', async () => {
  const { house, home } = await adaTwice()
  const bob = await house.as('bob')
  const { items } = await home.listSessions({})
  for (const { id } of items) await bob.endSession({ id })
  expect((await home.listSessions({})).items).toHaveLength(items.length)
  const here = items.find(({ isThis }) => isThis)?.id ?? ''
  await expect(home.endSession({ id: here })).rejects.toMatchObject({ code: 'invalid' })
  expect((await bob.listSessions({})).items).toHaveLength(1)
})

test('signing out takes a place off the list, and signing out everywhere all of them', async () => {
  const { house, home, phone } = await adaTwice()
  await phone.signOut({})
  expect((await home.listSessions({})).items).toHaveLength(2)
  const tokens = [await home.token(), await house.as('ada').then((ada) => ada.token())]
  await home.signOutEverywhere({})
  for (const token of tokens) {
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(`${house.apiOrigin}/feeds/home`, { headers })).status).toBe(401)
  }
  const fresh = await signInAt(house, 'ada')
  expect((await fresh.listSessions({})).items).toHaveLength(1)
})

test('a new password by code signs out everywhere', async () => {
  const { house, home } = await adaTwice()
  const stranger = strangerAt(house)
  await stranger.forgotPassword({ email: emailOf('ada') })
  const password = 'a new password 2'
  await stranger.resetPassword({ email: emailOf('ada'), code: house.codeFor(emailOf('ada')), password })
  await expect(home.refreshSession({})).rejects.toMatchObject(over)
  const fresh = await signInAt(house, 'ada', { password })
  expect((await fresh.listSessions({})).items).toHaveLength(1)
})

test('a session is off the list when its month is over, swept or not, and the sweep forgets it', async () => {
  const { house, home } = await adaTwice()
  house.wait(30 * DAY)
  const fresh = await signInAt(house, 'ada')
  expect((await fresh.listSessions({})).items).toHaveLength(1)
  expect(await rowsIn(house)).toHaveLength(4)
  await house.functions['expire-posts']({})
  expect(await rowsIn(house)).toHaveLength(1)
  await expect(home.refreshSession({})).rejects.toMatchObject(over)
})

test('with too many places, the one that was not used for longest is signed out', async () => {
  const house = await openStoryHouse()
  const first = await house.as('ada')
  await house.query(`
    insert into sessions (id, person_id, device, began_at, last_used_at, expires_at)
    select gen_random_uuid(), person_id, 'Place ' || n, began_at, last_used_at + n * interval '1 ms', expires_at
    from sessions, generate_series(1, 49) as n`)
  const last = await signInAt(house, 'ada')
  const { items } = await last.listSessions({})
  expect(items).toHaveLength(50)
  expect(items.map(({ device }) => device)).toContain('Place 1')
  await expect(first.refreshSession({})).rejects.toMatchObject(over)
})

test('nothing of a token is kept of a session', async () => {
  const { house, home } = await adaTwice()
  const kept = JSON.stringify(await rowsIn(house))
  for (const token of [await home.token(), ...home.cookies.kept.values()]) expect(kept).not.toContain(token)
  expect(kept).not.toMatch(/Mozilla|127\.0\.0\.1/)
})
