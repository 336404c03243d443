import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  ClientId,
  clientSecret,
  closeHouses,
  openHouse,
  refresh,
  secretHash,
  signIn,
} from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'
const withoutRotation = { client: { id: ClientId, secret: clientSecret, refreshTokenRotation: false } }

const revoked = { name: 'NotAuthorizedException', message: 'Refresh Token has been revoked' }
const reused = { name: 'RefreshTokenReuseException' }

function claimsOf(token = ''): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

async function openSignedIn(changes = {}) {
  const house = await openHouse(changes)
  const sub = await becomeMember(house, ada)
  return { house, sub, ...(await signIn(house, ada)) }
}

describe('GetTokensFromRefreshToken with rotation', () => {
  it('gives new tokens of the same session', async () => {
    const { house, RefreshToken, AccessToken } = await openSignedIn()
    house.pass(20)
    const fresh = await refresh(house, RefreshToken)
    expect(fresh).toMatchObject({ ExpiresIn: 900, TokenType: 'Bearer' })
    expect(fresh.RefreshToken).not.toBe(RefreshToken)
    const { origin_jti, auth_time } = claimsOf(AccessToken)
    for (const token of [fresh.AccessToken, fresh.IdToken])
      expect(claimsOf(token)).toMatchObject({ origin_jti, auth_time })
    await expect(house.client.getUser({ AccessToken: fresh.AccessToken })).resolves.toBeDefined()
  })

  it('takes the replaced token again for half a minute, for a caller who lost the answer', async () => {
    const { house, RefreshToken } = await openSignedIn()
    await refresh(house, RefreshToken)
    house.pass(0.5)
    const again = await refresh(house, RefreshToken)
    await expect(refresh(house, again.RefreshToken)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('ends the whole session when a replaced token comes back later', async () => {
    const { house, RefreshToken } = await openSignedIn()
    const fresh = await refresh(house, RefreshToken)
    house.pass(0.6)
    await expect(refresh(house, RefreshToken)).rejects.toMatchObject(reused)
    await expect(refresh(house, fresh.RefreshToken)).rejects.toMatchObject(revoked)
    await expect(house.client.getUser({ AccessToken: fresh.AccessToken })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    })
  })

  it('does not let a retry prolong the time of grace', async () => {
    const { house, RefreshToken } = await openSignedIn()
    await refresh(house, RefreshToken)
    house.pass(0.4)
    await refresh(house, RefreshToken)
    house.pass(0.4)
    await expect(refresh(house, RefreshToken)).rejects.toMatchObject(reused)
  })

  it('can do without a time of grace', async () => {
    const { house, RefreshToken } = await openSignedIn({ retryGracePeriodSeconds: 0 })
    await refresh(house, RefreshToken)
    house.pass(0.001)
    await expect(refresh(house, RefreshToken)).rejects.toMatchObject(reused)
  })

  it('leaves other sessions of the person alone when one ends', async () => {
    const { house, RefreshToken } = await openSignedIn()
    const other = await signIn(house, ada)
    await refresh(house, RefreshToken)
    house.pass(1)
    await expect(refresh(house, RefreshToken)).rejects.toMatchObject(reused)
    await expect(refresh(house, other.RefreshToken)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('ends thirty days after signing in, however often it is refreshed', async () => {
    const { house, RefreshToken } = await openSignedIn()
    let current = RefreshToken
    for (let day = 1; day < 30; day += 1) {
      house.pass(24 * 60)
      current = (await refresh(house, current)).RefreshToken
    }
    house.pass(24 * 60)
    await expect(refresh(house, current)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Refresh Token has expired',
    })
  })

  it('is the only way to refresh: REFRESH_TOKEN_AUTH is refused', async () => {
    const { house, sub, RefreshToken } = await openSignedIn()
    const AuthParameters = { REFRESH_TOKEN: RefreshToken, SECRET_HASH: secretHash(sub) }
    await expect(
      house.client.initiateAuth({ AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' })
  })

  it('refuses a token that it never gave', async () => {
    const { house } = await openSignedIn()
    await expect(refresh(house, 'x'.repeat(64))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Invalid Refresh Token',
    })
  })

  it.each([undefined, 'a-guess-of-the-client-secret'])(
    'refuses the client secret %s',
    async (ClientSecret) => {
      const { house, RefreshToken } = await openSignedIn()
      const call = { ClientId, RefreshToken, ...(ClientSecret ? { ClientSecret } : {}) }
      await expect(house.client.getTokensFromRefreshToken(call)).rejects.toMatchObject({
        name: 'NotAuthorizedException',
      })
      await expect(refresh(house, RefreshToken)).resolves.toMatchObject({ TokenType: 'Bearer' })
    },
  )
})

describe('refreshing without rotation', () => {
  it('gives tokens but no new refresh token, both ways, again and again', async () => {
    const { house, sub, RefreshToken } = await openSignedIn(withoutRotation)
    const AuthParameters = { REFRESH_TOKEN: RefreshToken, SECRET_HASH: secretHash(sub) }
    for (const AuthFlow of ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'] as const) {
      house.pass(60)
      const { AuthenticationResult } = await house.client.initiateAuth({ AuthFlow, ClientId, AuthParameters })
      expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer' })
      expect(AuthenticationResult?.RefreshToken).toBeUndefined()
    }
    const fresh = await refresh(house, RefreshToken)
    expect(fresh.RefreshToken).toBe('')
  })

  it('wants the secret hash of the id, not of the address', async () => {
    const { house, RefreshToken } = await openSignedIn(withoutRotation)
    const call = (hash: object) =>
      house.client.initiateAuth({
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        ClientId,
        AuthParameters: { REFRESH_TOKEN: RefreshToken, ...hash },
      })
    await expect(call({ SECRET_HASH: secretHash(ada) })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    })
    await expect(call({})).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  })
})

describe('RevokeToken', () => {
  it('ends the session with all its tokens, and no other', async () => {
    const { house, RefreshToken, AccessToken } = await openSignedIn()
    const other = await signIn(house, ada)
    await house.client.revokeToken({ ClientId, ClientSecret: clientSecret, Token: RefreshToken })
    await expect(refresh(house, RefreshToken)).rejects.toMatchObject(revoked)
    await expect(house.client.getUser({ AccessToken })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    })
    await expect(house.client.getUser({ AccessToken: other.AccessToken })).resolves.toBeDefined()
  })

  it('is silent about a token that is no longer there', async () => {
    const { house, RefreshToken } = await openSignedIn()
    for (const Token of [RefreshToken, RefreshToken, 'x'.repeat(64)]) {
      await house.client.revokeToken({ ClientId, ClientSecret: clientSecret, Token })
    }
  })

  it('refuses an access token', async () => {
    const { house, AccessToken } = await openSignedIn()
    await expect(
      house.client.revokeToken({ ClientId, ClientSecret: clientSecret, Token: AccessToken }),
    ).rejects.toMatchObject({ name: 'UnsupportedTokenTypeException' })
  })

  it('refuses a caller without the client secret', async () => {
    const { house, RefreshToken } = await openSignedIn()
    await expect(house.client.revokeToken({ ClientId, Token: RefreshToken })).rejects.toMatchObject({
      name: 'UnauthorizedException',
      $metadata: { httpStatusCode: 401 },
    })
    await expect(refresh(house, RefreshToken)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })
})
