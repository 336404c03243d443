import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  ClientId,
  closeHouses,
  newestCode,
  openHouse,
  password,
  refresh,
  signIn,
  signUp,
  UserPoolId,
} from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'
const bob = 'bob@example.org'
const newEmail = 'ada.lovelace@example.org'
const newPassword = 'another-candle-8'

async function openSignedIn() {
  const house = await openHouse()
  const sub = await becomeMember(house, ada)
  return { house, sub, ...(await signIn(house, ada)) }
}

describe('UpdateUserAttributes', () => {
  it('changes, adds and removes attributes', async () => {
    const { house, AccessToken } = await openSignedIn()
    const update = (Name: string, Value: string) =>
      house.client.updateUserAttributes({ AccessToken, UserAttributes: [{ Name, Value }] })
    const read = async () => (await house.client.getUser({ AccessToken })).UserAttributes
    await update('name', 'Ada')
    expect(await read()).toContainEqual({ Name: 'name', Value: 'Ada' })
    await update('name', '<script>Ada</script>')
    expect(await read()).toContainEqual({ Name: 'name', Value: '<script>Ada</script>' })
    await update('name', '')
    expect((await read())?.map(({ Name }) => Name)).not.toContain('name')
  })

  it.each([
    ['sub', 'NotAuthorizedException'],
    ['email_verified', 'NotAuthorizedException'],
    ['cognito:groups', 'InvalidParameterException'],
    ['custom:role', 'InvalidParameterException'],
    ['__proto__', 'InvalidParameterException'],
  ])('refuses to change %s', async (Name, name) => {
    const { house, AccessToken } = await openSignedIn()
    const UserAttributes = [{ Name, Value: 'true' }]
    await expect(house.client.updateUserAttributes({ AccessToken, UserAttributes })).rejects.toMatchObject({
      name,
    })
  })

  it('keeps the old address until the code from the new one is given', async () => {
    const { house, AccessToken } = await openSignedIn()
    const UserAttributes = [{ Name: 'email', Value: newEmail }]
    const { CodeDeliveryDetailsList } = await house.client.updateUserAttributes({
      AccessToken,
      UserAttributes,
    })
    expect(CodeDeliveryDetailsList).toMatchObject([{ Destination: 'a***@e***' }])
    await expect(signIn(house, newEmail)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    const verify = { AccessToken, AttributeName: 'email', Code: newestCode(house, newEmail) }
    await house.client.verifyUserAttribute(verify)
    await expect(signIn(house, newEmail)).resolves.toMatchObject({ TokenType: 'Bearer' })
    await expect(signIn(house, ada)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    await expect(house.client.verifyUserAttribute(verify)).rejects.toMatchObject({
      name: 'ExpiredCodeException',
    })
  })

  it('sends the code for a new address again, but for nothing else', async () => {
    const { house, AccessToken } = await openSignedIn()
    const askAgain = (AttributeName: string) =>
      house.client.getUserAttributeVerificationCode({ AccessToken, AttributeName })
    await expect(askAgain('email')).rejects.toMatchObject({ name: 'InvalidParameterException' })
    await house.client.updateUserAttributes({
      AccessToken,
      UserAttributes: [{ Name: 'email', Value: newEmail }],
    })
    await askAgain('email')
    expect(house.pool.mailbox.list(newEmail)).toHaveLength(2)
    await expect(askAgain('phone_number')).rejects.toMatchObject({ name: 'InvalidParameterException' })
  })

  it('refuses the address of another person, also one taken while the code was on its way', async () => {
    const { house, AccessToken } = await openSignedIn()
    await signUp(house, bob)
    const change = (Value: string) =>
      house.client.updateUserAttributes({ AccessToken, UserAttributes: [{ Name: 'email', Value }] })
    await expect(change(bob.toUpperCase())).rejects.toMatchObject({ name: 'AliasExistsException' })
    await change(newEmail)
    const Code = newestCode(house, newEmail)
    await signUp(house, newEmail)
    await expect(
      house.client.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code }),
    ).rejects.toMatchObject({ name: 'AliasExistsException' })
  })
})

describe('ChangePassword', () => {
  it('changes the password and leaves the sessions', async () => {
    const { house, AccessToken, RefreshToken } = await openSignedIn()
    const change = { AccessToken, PreviousPassword: password, ProposedPassword: newPassword }
    await house.client.changePassword(change)
    await expect(signIn(house, ada)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    await expect(signIn(house, ada, newPassword)).resolves.toMatchObject({ TokenType: 'Bearer' })
    await expect(refresh(house, RefreshToken)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('refuses a wrong old password, and after five of them any', async () => {
    const { house, AccessToken } = await openSignedIn()
    const change = (PreviousPassword: string) =>
      house.client.changePassword({ AccessToken, PreviousPassword, ProposedPassword: newPassword })
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(change('wrong-guess-1')).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    }
    await expect(change(password)).rejects.toMatchObject({ name: 'LimitExceededException' })
  })

  it('refuses a weak new password', async () => {
    const { house, AccessToken } = await openSignedIn()
    const change = { AccessToken, PreviousPassword: password, ProposedPassword: 'weak' }
    await expect(house.client.changePassword(change)).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    })
  })
})

describe('GlobalSignOut', () => {
  it('ends all sessions of the person and nobody else’s', async () => {
    const { house, AccessToken, RefreshToken } = await openSignedIn()
    const second = await signIn(house, ada)
    await becomeMember(house, bob)
    const other = await signIn(house, bob)
    await house.client.globalSignOut({ AccessToken })
    const revoked = { name: 'NotAuthorizedException', message: 'Access Token has been revoked' }
    await expect(house.client.getUser({ AccessToken })).rejects.toMatchObject(revoked)
    await expect(house.client.getUser({ AccessToken: second.AccessToken })).rejects.toMatchObject(revoked)
    await expect(house.client.globalSignOut({ AccessToken })).rejects.toMatchObject(revoked)
    for (const token of [RefreshToken, second.RefreshToken]) {
      await expect(refresh(house, token)).rejects.toMatchObject({ message: 'Refresh Token has been revoked' })
    }
    await expect(house.client.getUser({ AccessToken: other.AccessToken })).resolves.toBeDefined()
    await expect(signIn(house, ada)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })
})

describe('DeleteUser', () => {
  it('deletes the person, whose tokens are worth nothing then, and frees the address', async () => {
    const { house, sub, AccessToken, RefreshToken } = await openSignedIn()
    await house.client.deleteUser({ AccessToken })
    await expect(house.client.getUser({ AccessToken })).rejects.toMatchObject({
      name: 'UserNotFoundException',
    })
    await expect(refresh(house, RefreshToken)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    await expect(signIn(house, ada)).rejects.toMatchObject({ message: 'Incorrect username or password.' })
    await expect(house.client.adminGetUser({ UserPoolId, Username: sub })).rejects.toMatchObject({
      name: 'UserNotFoundException',
    })
    expect(await readFile(join(house.dataDir, 'user-pool.json'), 'utf8')).not.toContain(sub)
    expect(await becomeMember(house, ada)).not.toBe(sub)
  })
})

describe('every call with an access token', () => {
  it('refuses one that is forged', async () => {
    const { house, AccessToken: real } = await openSignedIn()
    const AccessToken = `${real.slice(0, -20)}${'A'.repeat(20)}`
    const refused = { name: 'NotAuthorizedException', message: 'Invalid Access Token' }
    const { client } = house
    const UserAttributes = [{ Name: 'name', Value: 'Mallory' }]
    const ProposedPassword = newPassword
    await expect(client.updateUserAttributes({ AccessToken, UserAttributes })).rejects.toMatchObject(refused)
    await expect(
      client.changePassword({ AccessToken, PreviousPassword: password, ProposedPassword }),
    ).rejects.toMatchObject(refused)
    await expect(
      client.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code: '123456' }),
    ).rejects.toMatchObject(refused)
    await expect(client.globalSignOut({ AccessToken })).rejects.toMatchObject(refused)
    await expect(client.deleteUser({ AccessToken })).rejects.toMatchObject(refused)
    await expect(client.revokeToken({ ClientId, Token: AccessToken })).rejects.toMatchObject({
      name: 'UnauthorizedException',
    })
    await expect(client.getUser({ AccessToken: real })).resolves.toBeDefined()
  })
})
