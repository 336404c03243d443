import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  clientFor,
  closeHouses,
  credentials,
  openHouse,
  refresh,
  signIn,
  UserPoolId,
} from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'

async function openSignedIn() {
  const house = await openHouse()
  const sub = await becomeMember(house, ada)
  const target = { UserPoolId, Username: sub }
  return { house, sub, target, ...(await signIn(house, ada)) }
}

describe('the Admin calls', () => {
  it('show a person by id or address', async () => {
    const { house, sub, target } = await openSignedIn()
    const user = await house.client.adminGetUser(target)
    expect(user).toMatchObject({ Username: sub, Enabled: true, UserStatus: 'CONFIRMED' })
    expect(user.UserCreateDate).toBeInstanceOf(Date)
    expect(user.UserAttributes).toContainEqual({ Name: 'email', Value: ada })
    const byAddress = await house.client.adminGetUser({ UserPoolId, Username: 'ADA@example.org' })
    expect(byAddress.Username).toBe(sub)
  })

  it('disable a person, whose tokens end and who cannot sign in until enabled again', async () => {
    const { house, target, AccessToken, RefreshToken } = await openSignedIn()
    await house.client.adminDisableUser(target)
    await expect(house.client.getUser({ AccessToken })).rejects.toMatchObject({
      message: 'User is disabled.',
    })
    await expect(refresh(house, RefreshToken)).rejects.toMatchObject({
      message: 'Refresh Token has been revoked',
    })
    await expect(signIn(house, ada)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'User is disabled.',
    })
    await expect(signIn(house, ada, 'wrong-guess-1')).rejects.toMatchObject({
      message: 'Incorrect username or password.',
    })
    expect(await house.client.adminGetUser(target)).toMatchObject({ Enabled: false })
    await house.client.adminEnableUser(target)
    await expect(signIn(house, ada)).resolves.toMatchObject({ TokenType: 'Bearer' })
    await expect(house.client.getUser({ AccessToken })).rejects.toMatchObject({
      message: 'Access Token has been revoked',
    })
  })

  it('put a person into a group and out of it, as the next tokens tell', async () => {
    const { house, target } = await openSignedIn()
    const groupsNow = async () => {
      const { AccessToken } = await signIn(house, ada)
      const claims = Buffer.from(AccessToken.split('.')[1] ?? '', 'base64url').toString('utf8')
      return JSON.parse(claims)['cognito:groups']
    }
    const inGroup = { ...target, GroupName: 'moderators' }
    await house.client.adminAddUserToGroup(inGroup)
    await house.client.adminAddUserToGroup(inGroup)
    expect(await groupsNow()).toEqual(['moderators'])
    await house.client.adminRemoveUserFromGroup(inGroup)
    expect(await groupsNow()).toBeUndefined()
  })

  it('refuse a group that does not exist', async () => {
    const { house, target } = await openSignedIn()
    await expect(
      house.client.adminAddUserToGroup({ ...target, GroupName: 'moderatorz' }),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException', message: 'Group not found.' })
  })

  it('sign a person out everywhere', async () => {
    const { house, target, AccessToken, RefreshToken } = await openSignedIn()
    await house.client.adminUserGlobalSignOut(target)
    await expect(house.client.getUser({ AccessToken })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    })
    await expect(refresh(house, RefreshToken)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  })

  it('delete a person', async () => {
    const { house, target, AccessToken } = await openSignedIn()
    await house.client.adminDeleteUser(target)
    await expect(house.client.getUser({ AccessToken })).rejects.toMatchObject({
      name: 'UserNotFoundException',
    })
    await expect(house.client.adminDeleteUser(target)).rejects.toMatchObject({
      name: 'UserNotFoundException',
      message: 'User does not exist.',
    })
  })

  it('refuse another pool', async () => {
    const { house, target } = await openSignedIn()
    await expect(
      house.client.adminGetUser({ ...target, UserPoolId: 'us-east-1_Another' }),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it.each([
    [
      'another secret',
      { credentials: { ...credentials, secretAccessKey: 'x' } },
      'InvalidSignatureException',
    ],
    ['an unknown key', { credentials: { ...credentials, accessKeyId: 'x' } }, 'UnrecognizedClientException'],
    ['another region', { region: 'eu-west-1' }, 'InvalidSignatureException'],
    ['a clock an hour behind', { systemClockOffset: -3_600_000 }, 'InvalidSignatureException'],
  ])('refuse a call signed with %s', async (_, changes, name) => {
    const { house, target } = await openSignedIn()
    const client = clientFor(house.pool, changes)
    await expect(client.adminDeleteUser(target)).rejects.toMatchObject({ name })
    await expect(house.client.adminGetUser(target)).resolves.toBeDefined()
  })

  it('refuse a call without a signature, or whose body was changed after signing', async () => {
    const { house, target } = await openSignedIn()
    const send = (body: object, authorization: Record<string, string> = {}) =>
      fetch(house.pool.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AWSCognitoIdentityProviderService.AdminDeleteUser',
          ...authorization,
        },
        body: JSON.stringify(body),
      })
    const unsigned = await send(target)
    expect(unsigned.status).toBe(400)
    expect(await unsigned.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' })

    const signedHeaders: Record<string, string> = {}
    const client = clientFor(house.pool)
    client.middlewareStack.add(
      (next) => async (call) => {
        Object.assign(signedHeaders, (call.request as { headers: object }).headers)
        return next(call)
      },
      { step: 'deserialize', priority: 'low' },
    )
    await client.adminDeleteUser({ UserPoolId, Username: 'nobody' }).catch(() => {})
    const { authorization = '', 'x-amz-date': date = '' } = signedHeaders
    expect(authorization).toMatch(/^AWS4-HMAC-SHA256 /)
    const { host: _, 'content-length': __, connection: ___, ...replayed } = signedHeaders
    const changed = await send(target, { ...replayed, authorization, 'x-amz-date': date })
    expect(await changed.json()).toMatchObject({ __type: 'InvalidSignatureException' })
    await expect(house.client.adminGetUser(target)).resolves.toBeDefined()
  })
})
