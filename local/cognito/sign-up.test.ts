import { afterEach, describe, expect, it } from 'vitest'
import { by, ClientId, closeHouses, openHouse, password, secretHash, signUp } from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'
const bob = 'bob@example.org'

describe('SignUp', () => {
  it('makes an unconfirmed person and mails a code', async () => {
    const house = await openHouse()
    const answer = await house.client.signUp({ ...by(ada), Password: password })
    expect(answer).toMatchObject({
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    })
    const [mail] = house.pool.mailbox.list(ada)
    expect(mail).toMatchObject({ to: ada, code: expect.stringMatching(/^\d{6}$/) })
    expect(mail?.body).toContain(mail?.code)
  })

  it('keeps the attributes that a person may write', async () => {
    const house = await openHouse()
    const UserAttributes = [
      { Name: 'email', Value: ada },
      { Name: 'name', Value: 'Ada ✨' },
      { Name: 'preferred_username', Value: 'ada' },
    ]
    await house.client.signUp({ ...by(ada), Password: password, UserAttributes })
    const user = await house.client.adminGetUser({ UserPoolId: 'us-east-1_MayflyLoc', Username: ada })
    expect(user.UserAttributes).toEqual(expect.arrayContaining(UserAttributes))
    expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' })
    expect(user.UserStatus).toBe('UNCONFIRMED')
  })

  it('refuses an address that is taken, whatever its case', async () => {
    const house = await openHouse()
    await signUp(house, ada)
    await expect(signUp(house, 'ADA@example.org')).rejects.toMatchObject({
      name: 'UsernameExistsException',
      message: 'User already exists',
    })
  })

  it('makes one person of one address, however many ask at once', async () => {
    const house = await openHouse()
    const answers = await Promise.allSettled([1, 2, 3, 4, 5].map(() => signUp(house, ada)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(house.pool.mailbox.list(ada)).toHaveLength(1)
  })

  it.each([
    ['short-pw1', 'Password not long enough'],
    ['candle-burning', 'Password must have numeric characters'],
    ['BURNING-CANDLE-7', 'Password must have lowercase characters'],
  ])('refuses the weak password %s', async (Password, reason) => {
    const house = await openHouse()
    await expect(house.client.signUp({ ...by(ada), Password })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
      message: `Password did not conform with policy: ${reason}`,
    })
  })

  it.each([
    '',
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'a b@example.org',
    `${'a'.repeat(120)}@example.org`,
  ])('refuses %j as an address', async (email) => {
    const house = await openHouse()
    await expect(signUp(house, email)).rejects.toMatchObject({ name: 'InvalidParameterException' })
  })

  it('refuses a password over 256 characters', async () => {
    const house = await openHouse()
    const Password = `${password}${'x'.repeat(250)}`
    await expect(house.client.signUp({ ...by(ada), Password })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
  })

  it.each(['sub', 'email_verified'])('refuses to let the client set %s', async (Name) => {
    const house = await openHouse()
    const UserAttributes = [{ Name, Value: 'true' }]
    await expect(
      house.client.signUp({ ...by(ada), Password: password, UserAttributes }),
    ).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'A client attempted to write unauthorized attribute',
    })
  })

  it.each([
    { Name: '__proto__', Value: 'x' },
    { Name: 'constructor', Value: 'x' },
    { Name: 'role', Value: 'admin' },
    { Name: 'name', Value: 'x'.repeat(2049) },
    { Name: 'email', Value: bob },
    { Name: 'email', Value: 'not an address' },
  ])('refuses an attribute off the schema: %o', async (attribute) => {
    const house = await openHouse()
    const UserAttributes = [attribute]
    await expect(
      house.client.signUp({ ...by(ada), Password: password, UserAttributes }),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
  })

  it('refuses a caller without the secret', async () => {
    const house = await openHouse()
    await expect(house.client.signUp({ ClientId, Username: ada, Password: password })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: `Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    })
    const SecretHash = secretHash(ada, 'a guess')
    await expect(house.client.signUp({ ...by(ada), Password: password, SecretHash })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: `Unable to verify secret hash for client ${ClientId}`,
    })
  })

  it('refuses a client that it does not know', async () => {
    const house = await openHouse()
    await expect(
      house.client.signUp({ ...by(ada), Password: password, ClientId: 'another' }),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})
