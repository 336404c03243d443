import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  by,
  clientSecret,
  closeHouses,
  type House,
  openHouse,
  signIn,
} from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'
const json = 'application/x-amz-json-1.1'

async function post(house: House, action: string, body: string, headers: Record<string, string> = {}) {
  const target = `AWSCognitoIdentityProviderService.${action}`
  const answer = await fetch(house.pool.url, {
    method: 'POST',
    headers: { 'content-type': json, 'x-amz-target': target, ...headers },
    body,
  })
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as { __type: string; message: string },
  }
}

describe('the wire', () => {
  it('answers refusals in the form of AWS', async () => {
    const house = await openHouse()
    const answer = await post(house, 'GetUser', '{"AccessToken":"x"}')
    expect(answer).toMatchObject({
      status: 400,
      body: { __type: 'NotAuthorizedException', message: 'Invalid Access Token' },
    })
    expect(answer.headers.get('content-type')).toBe(json)
    expect(answer.headers.get('x-amzn-errortype')).toBe('NotAuthorizedException')
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each(['', '{', 'null', '[]', '"text"', '1', '\u0000', `${'['.repeat(60_000)}${']'.repeat(60_000)}`])(
    'refuses a body that is not a JSON object (%#)',
    async (body) => {
      const house = await openHouse()
      expect(await post(house, 'SignUp', body)).toMatchObject({
        status: 400,
        body: { __type: 'SerializationException' },
      })
    },
  )

  it.each([
    ['SignUp', { ...by(ada), Username: 5 }],
    ['SignUp', { ...by(ada), Password: ['x'] }],
    ['SignUp', { ...by(ada), Password: 'burning-candle-7', UserAttributes: { Name: 'name' } }],
    ['SignUp', { ...by(ada), Password: 'burning-candle-7', UserAttributes: ['x'] }],
    ['SignUp', { ...by(ada), Password: 'burning-candle-7', UserAttributes: [{ Name: 'name', Value: {} }] }],
    ['InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: by(ada).ClientId, AuthParameters: 'x' }],
    [
      'InitiateAuth',
      { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: by(ada).ClientId, AuthParameters: { USERNAME: 1 } },
    ],
    ['GetUser', { AccessToken: {} }],
  ])('refuses a value of the wrong type in %s (%#)', async (action, body) => {
    const house = await openHouse()
    expect(await post(house, action, JSON.stringify(body))).toMatchObject({
      status: 400,
      body: { __type: 'SerializationException' },
    })
  })

  it('takes keys that name parts of every object for what they are: nothing', async () => {
    const house = await openHouse()
    const body = '{"__proto__":{"AccessToken":"x"},"constructor":{"prototype":{"polluted":true}}}'
    expect(await post(house, 'GetUser', body)).toMatchObject({
      status: 400,
      body: { __type: 'InvalidParameterException' },
    })
    expect(await post(house, 'toString', '{}')).toMatchObject({
      body: { __type: 'UnknownOperationException' },
    })
    expect(await post(house, '__proto__', '{}')).toMatchObject({
      body: { __type: 'UnknownOperationException' },
    })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('refuses operations, methods and content types that it does not know', async () => {
    const house = await openHouse()
    const unknown = { status: 400, body: { __type: 'UnknownOperationException' } }
    expect(await post(house, 'ListUsers', '{}')).toMatchObject(unknown)
    expect(await post(house, 'SignUp', '{}', { 'content-type': 'text/plain' })).toMatchObject(unknown)
    expect(await post(house, 'SignUp', '{}', { 'x-amz-target': 'SignUp' })).toMatchObject(unknown)
    expect((await fetch(house.pool.url, { method: 'DELETE' })).status).toBe(400)
    expect((await fetch(house.pool.url)).status).toBe(404)
    expect((await fetch(`${house.pool.url}/other-pool/.well-known/jwks.json`)).status).toBe(404)
  })

  it('refuses a body over 128 KiB with 413, told or untold', async () => {
    const house = await openHouse()
    const tooLarge = JSON.stringify({ Username: 'x'.repeat(128 * 1024) })
    expect(await post(house, 'SignUp', tooLarge)).toMatchObject({ status: 413 })
    const call = request(house.pool.url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
    call.end(tooLarge)
    const [answer] = await once(call, 'response')
    expect(answer.statusCode).toBe(413)
    answer.resume()
    expect(await post(house, 'GetUser', '{}')).toMatchObject({ status: 400 })
  })

  it('refuses very long texts in every field', async () => {
    const house = await openHouse()
    const long = 'x'.repeat(100_000)
    for (const field of ['Username', 'SecretHash', 'Password', 'ClientId']) {
      const body = JSON.stringify({ ...by(ada), Password: 'burning-candle-7', [field]: long })
      const answer = await post(house, 'SignUp', body)
      expect(answer.status).toBe(400)
      expect(answer.body.message.length).toBeLessThan(300)
    }
  })

  it('goes on when callers go away half-way', async () => {
    const house = await openHouse()
    for (let caller = 1; caller <= 50; caller += 1) {
      const socket = connect(Number(new URL(house.pool.url).port), '127.0.0.1')
      await once(socket, 'connect')
      socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${json}\r\ncontent-length: 500\r\n\r\n{"a":`)
      socket.destroy()
    }
    await becomeMember(house, ada)
    await expect(signIn(house, ada)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('gives browsers of other sites no way in', async () => {
    const house = await openHouse()
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' }
    const answer = await fetch(house.pool.url, { method: 'OPTIONS', headers })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('never answers 500, whatever the fields hold', async () => {
    const house = await openHouse()
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.constant(ada),
      fc.constant(clientSecret),
    )
    const names = [
      'Username',
      'Password',
      'ConfirmationCode',
      'AccessToken',
      'AuthParameters',
      'RefreshToken',
    ]
    const moreNames = [
      'UserAttributes',
      'ClientMetadata',
      'SecretHash',
      'ClientId',
      'ClientSecret',
      'Token',
      '__proto__',
    ]
    const fields = fc.dictionary(fc.constantFrom(...names, ...moreNames), value, { noNullPrototype: true })
    const actions = [
      'SignUp',
      'ConfirmSignUp',
      'InitiateAuth',
      'GetTokensFromRefreshToken',
      'RevokeToken',
      'GetUser',
    ]
    const input = fc.record({ action: fc.constantFrom(...actions), fields, withClient: fc.boolean() })
    const property = fc.asyncProperty(input, async ({ action, fields, withClient }) => {
      const body = JSON.stringify({
        ...(withClient ? { ...by(ada), AuthFlow: 'USER_PASSWORD_AUTH' } : {}),
        ...fields,
      })
      const { status } = await post(house, action, body)
      expect([200, 400, 401]).toContain(status)
    })
    await fc.assert(property, { numRuns: 300 })
  })
})
