import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  ClientId,
  closeHouses,
  type House,
  openHouse,
  signIn,
  UserPoolId,
} from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'

type Part = Record<string, unknown>

function encode(part: Part): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

function readToken(token: string): { header: Part; claims: Part; signature: string } {
  const [header = '', claims = '', signature = ''] = token.split('.')
  const decode = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  return { header: decode(header), claims: decode(claims), signature }
}

function signWith(key: KeyObject, header: Part, claims: Part): string {
  const signed = `${encode(header)}.${encode(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
}

async function readJwks(house: House) {
  const answer = await fetch(house.pool.jwksUrl)
  return (await answer.json()) as { keys: Part[] }
}

async function verifierFor(house: House, tokenUse: 'access' | 'id') {
  const verifier = CognitoJwtVerifier.create({ userPoolId: UserPoolId, tokenUse, clientId: ClientId })
  const jwks = await readJwks(house)
  verifier.cacheJwks(jwks as unknown as Parameters<typeof verifier.cacheJwks>[0])
  return verifier
}

describe('the tokens', () => {
  it('carry the claims of Cognito', async () => {
    const house = await openHouse()
    const sub = await becomeMember(house, ada)
    const { AccessToken, IdToken } = await signIn(house, ada)
    const access = readToken(AccessToken)
    const id = readToken(IdToken)
    expect(access.header).toEqual({ alg: 'RS256', kid: expect.any(String) })
    const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/)
    const common = {
      sub,
      iss: `https://cognito-idp.us-east-1.amazonaws.com/${UserPoolId}`,
      origin_jti: uuid,
      event_id: uuid,
      jti: uuid,
      auth_time: expect.any(Number),
      iat: expect.any(Number),
      exp: expect.any(Number),
    }
    expect(access.claims).toEqual({
      ...common,
      client_id: ClientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: sub,
    })
    expect(id.claims).toEqual({
      ...common,
      aud: ClientId,
      token_use: 'id',
      email: ada,
      email_verified: true,
      'cognito:username': sub,
    })
    expect(Number(access.claims.exp) - Number(access.claims.iat)).toBe(900)
    expect(Number(id.claims.exp) - Number(id.claims.iat)).toBe(900)
  })

  it('name the sign-in that they come from: all of one alike, and those of another otherwise', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    const first = await signIn(house, ada)
    const second = await signIn(house, ada)
    const signInOf = (token: string) => readToken(token).claims.origin_jti
    expect(signInOf(first.IdToken)).toBe(signInOf(first.AccessToken))
    expect(signInOf(second.AccessToken)).not.toBe(signInOf(first.AccessToken))
  })

  it('carry the groups and the attributes of the person', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    await house.client.adminAddUserToGroup({ UserPoolId, Username: ada, GroupName: 'moderators' })
    const first = await signIn(house, ada)
    const UserAttributes = [{ Name: 'preferred_username', Value: 'ada' }]
    await house.client.updateUserAttributes({ AccessToken: first.AccessToken, UserAttributes })
    const { AccessToken, IdToken } = await signIn(house, ada)
    expect(readToken(AccessToken).claims['cognito:groups']).toEqual(['moderators'])
    expect(readToken(IdToken).claims).toMatchObject({
      'cognito:groups': ['moderators'],
      preferred_username: 'ada',
    })
  })

  it('are accepted by aws-jwt-verify with the key at the JWKS address', async () => {
    const house = await openHouse()
    const sub = await becomeMember(house, ada)
    const { AccessToken, IdToken } = await signIn(house, ada)
    const access = await verifierFor(house, 'access')
    const id = await verifierFor(house, 'id')
    await expect(access.verify(AccessToken)).resolves.toMatchObject({ sub })
    await expect(id.verify(IdToken)).resolves.toMatchObject({ email: ada })
    await expect(access.verify(IdToken)).rejects.toThrow()
  })

  it('have a public key of which nothing private is shown', async () => {
    const house = await openHouse()
    const { keys } = await readJwks(house)
    expect(keys).toEqual([
      { alg: 'RS256', e: 'AQAB', kid: expect.any(String), kty: 'RSA', n: expect.any(String), use: 'sig' },
    ])
    expect(Buffer.from(String(keys[0]?.n), 'base64url')).toHaveLength(256)
  })
})

describe('GetUser', () => {
  const invalid = { name: 'NotAuthorizedException', message: 'Invalid Access Token' }

  async function openSignedIn() {
    const house = await openHouse()
    await becomeMember(house, ada)
    const tokens = await signIn(house, ada)
    const getUser = (AccessToken: string) => house.client.getUser({ AccessToken })
    return { house, tokens, getUser, ...readToken(tokens.AccessToken) }
  }

  it('refuses a token whose claims were changed', async () => {
    const { getUser, header, claims, signature } = await openSignedIn()
    const forged = `${encode(header)}.${encode({ ...claims, exp: Number(claims.exp) + 1 })}.${signature}`
    await expect(getUser(forged)).rejects.toMatchObject(invalid)
  })

  it.each(['none', 'None', 'NONE'])('refuses an unsigned token with alg %s', async (alg) => {
    const { getUser, header, claims, signature } = await openSignedIn()
    await expect(getUser(`${encode({ ...header, alg })}.${encode(claims)}.`)).rejects.toMatchObject(invalid)
    const forged = `${encode({ ...header, alg })}.${encode(claims)}.${signature}`
    await expect(getUser(forged)).rejects.toMatchObject(invalid)
  })

  it('refuses a token signed by another key, under our key id or its own', async () => {
    const { getUser, header, claims } = await openSignedIn()
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    await expect(getUser(signWith(privateKey, header, claims))).rejects.toMatchObject(invalid)
    const jwk = publicKey.export({ format: 'jwk' })
    await expect(getUser(signWith(privateKey, { ...header, jwk }, claims))).rejects.toMatchObject(invalid)
    await expect(getUser(signWith(privateKey, { ...header, kid: 'x' }, claims))).rejects.toMatchObject(
      invalid,
    )
  })

  it('refuses a token signed with the public key as an HMAC secret', async () => {
    const { house, getUser, header, claims } = await openSignedIn()
    const { keys } = await readJwks(house)
    const signed = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`
    const hmac = createHmac('sha256', String(keys[0]?.n)).update(signed).digest('base64url')
    await expect(getUser(`${signed}.${hmac}`)).rejects.toMatchObject(invalid)
  })

  it('refuses a token of another pool, even one with the same key', async () => {
    const { house, tokens } = await openSignedIn()
    await house.restart({ poolId: 'us-east-1_Another' })
    await expect(house.client.getUser({ AccessToken: tokens.AccessToken })).rejects.toMatchObject(invalid)
  })

  it('refuses a token of another client of the same pool', async () => {
    const { house, tokens } = await openSignedIn()
    await house.restart({ client: { id: 'another', secret: 'x', refreshTokenRotation: true } })
    await expect(house.client.getUser({ AccessToken: tokens.AccessToken })).rejects.toMatchObject(invalid)
  })

  it('refuses an ID token and a refresh token', async () => {
    const { getUser, tokens } = await openSignedIn()
    await expect(getUser(tokens.IdToken)).rejects.toMatchObject(invalid)
    await expect(getUser(tokens.RefreshToken)).rejects.toMatchObject(invalid)
  })

  it('refuses a token after fifteen minutes', async () => {
    const { house, getUser, tokens } = await openSignedIn()
    house.pass(14.5)
    await expect(getUser(tokens.AccessToken)).resolves.toMatchObject({ Username: expect.any(String) })
    house.pass(0.5)
    await expect(getUser(tokens.AccessToken)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Access Token has expired',
    })
  })

  it.each(['x', 'a.b.c', '..', `${'a'.repeat(8000)}`, 'bnVsbA.bnVsbA.bnVsbA', 'W10.W10.W10'])(
    'refuses nonsense number %# without a crash',
    async (token) => {
      const house = await openHouse()
      await expect(house.client.getUser({ AccessToken: token })).rejects.toMatchObject(invalid)
    },
  )
})
