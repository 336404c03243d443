import { Problem } from '@mayfly/contract/problem'
import { expect, test } from 'vitest'
import { emailOf, PASSWORD, strangerAt } from './guest.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'

const family = '👨‍👩‍👧‍👦'

async function tokenIn(house: StoryHouse): Promise<string> {
  await house.as('ada')
  const session = await strangerAt(house).signIn({ email: emailOf('ada'), password: PASSWORD })
  return session.accessToken
}

async function post(house: StoryHouse, token: string, body: string, type = 'application/json') {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type }
  return fetch(`${house.apiOrigin}/posts`, { method: 'POST', headers, body })
}

test('300 family emoji are accepted and 301 refused, in the words of the form', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  expect((await ada.createPost({ body: family.repeat(300) })).body).toBe(family.repeat(300))
  await expect(ada.createPost({ body: family.repeat(301) })).rejects.toMatchObject({
    code: 'invalid',
    fields: { body: 'A post has at most 300 characters; this one has 301.' },
  })
})

test('broken, strange and foreign input is refused with a problem that names the field', async () => {
  const house = await openStoryHouse()
  const token = await tokenIn(house)
  const bodies: [string, string][] = [
    ['{"body":', ''],
    ['[]', ''],
    ['null', ''],
    ['"text"', ''],
    ['{}', 'body'],
    ['{"body":42}', 'body'],
    ['{"body":["a"]}', 'body'],
    ['{"body":null}', 'body'],
    ['{"body":"a\\u0000b"}', 'body'],
    ['{"body":"a\\ud800"}', 'body'],
    ['{"body":"a","lifetime":"forever"}', 'lifetime'],
    ['{"body":"a","lifetime":"__proto__"}', 'lifetime'],
    ['{"body":"a","replyTo":"1; drop table posts"}', 'replyTo'],
    ['{"body":"a","authorId":"someone else"}', 'authorId'],
    ['{"body":"a","expiresAt":"2999-01-01T00:00:00Z"}', 'expiresAt'],
    ['{"body":"a","__proto__":{"isModerator":true}}', ''],
  ]
  for (const [body, field] of bodies) {
    const response = await post(house, token, body)
    const problem = Problem.parse(await response.json())
    expect([body, response.status]).toEqual([body, 422])
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toMatchObject({ code: 'invalid', status: 422 })
    if (field) expect(Object.keys(problem.fields ?? {}), body).toContain(field)
  }
  expect((await post(house, token, 'body=a', 'text/plain')).status).toBe(422)
  expect((await strangerAt(house).exploreFeed({})).items).toEqual([])
})

test('a body that is too long is refused, by the backend and, over 10 MB, by the gateway', async () => {
  const house = await openStoryHouse()
  const token = await tokenIn(house)
  expect((await post(house, token, JSON.stringify({ body: 'a'.repeat(200_000) }))).status).toBe(413)
  expect((await post(house, token, JSON.stringify({ body: 'a'.repeat(11 * 1024 * 1024) }))).status).toBe(413)
})

test('odd addresses and queries are answered with a clear no', async () => {
  const house = await openStoryHouse()
  const statusOf = async (path: string) => (await fetch(house.apiOrigin + path)).status
  expect(await statusOf('/posts/not-an-id')).toBe(422)
  expect(await statusOf('/posts/01890a5d-ac96-774b-bcce-b302099a8057')).toBe(410)
  expect(await statusOf('/feeds/explore?limit=51')).toBe(422)
  expect(await statusOf('/feeds/explore?limit=all')).toBe(422)
  expect(await statusOf('/feeds/explore?cursor=%27%20or%201%3D1')).toBe(422)
  expect(await statusOf('/feeds/explore?unknown=1')).toBe(422)
  expect(await statusOf('/people/%00')).toBe(404)
  expect(await statusOf('/people/%E0%A4%A')).toBe(400)
  expect(await statusOf('/people/..%2f..%2fetc')).toBe(404)
  expect(await statusOf('/nothing')).toBe(404)
})

test('thousands of strange fields make no long answer', async () => {
  const house = await openStoryHouse()
  const body = JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`k${n}`, 1])))
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${house.apiOrigin}/auth/sign-in`, { method: 'POST', headers, body })
  expect(response.status).toBe(422)
  expect((await response.text()).length).toBeLessThan(2_000)
})

test('a cookie that no session has is as good as none', async () => {
  const house = await openStoryHouse()
  for (const cookie of [
    'mayfly_session=%E0%A4%A',
    'mayfly_session=a b',
    'mayfly_session=',
    ';;=;',
    'mayfly_session=x',
  ]) {
    const response = await fetch(`${house.apiOrigin}/auth/refresh`, { method: 'POST', headers: { cookie } })
    expect([cookie, response.status]).toEqual([cookie, 401])
    expect(Problem.parse(await response.json()).code).toBe('signed-out')
  }
})

test('forged tokens open no door', async () => {
  const house = await openStoryHouse()
  const token = await tokenIn(house)
  const [header = '', payload = '', signature = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const forged = [
    `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    `${encode({ alg: 'none' })}.${payload}.${signature}`,
    `${header}.${encode({ ...claims, sub: '01890a5d-ac96-774b-bcce-b302099a8057' })}.${signature}`,
    `${header}.${encode({ ...claims, exp: claims.exp + 9_999_999 })}.${signature}`,
    `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
    'not-a-token',
    'a.b.c',
  ]
  for (const bad of forged) {
    const headers = { authorization: `Bearer ${bad}` }
    expect((await fetch(`${house.apiOrigin}/feeds/home`, { headers })).status).toBe(403)
    expect((await fetch(`${house.apiOrigin}/feeds/explore`, { headers })).status).toBe(401)
  }
})

test('names that nobody can have are nobody, and no bug', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  for (const handle of ['a\0b', '%', "' or true --"]) {
    await expect(ada.startConversation({ handles: [handle] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(ada.blockPerson({ handle })).rejects.toMatchObject({ code: 'not-found' })
  }
  await expect(ada.searchPeople({ query: 'a\0b' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(ada.searchPeople({ query: 'a'.repeat(101) })).rejects.toMatchObject({ code: 'invalid' })
  expect((await ada.searchPeople({ query: "\\%_'" })).items).toEqual([])
})
