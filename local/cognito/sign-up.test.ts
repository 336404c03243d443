import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  by,
  ClientId,
  closeHouses,
  newestCode,
  openHouse,
  password,
  secretHash,
  signIn,
  signUp,
} from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'
const bob = 'bob@example.org'
const wrongCode = 'wrong6'

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

describe('ConfirmSignUp', () => {
  it('confirms the person and the address', async () => {
    const house = await openHouse()
    const sub = await becomeMember(house, ada)
    const { AccessToken } = await signIn(house, ada)
    const user = await house.client.getUser({ AccessToken })
    expect(user.Username).toBe(sub)
    expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
  })

  it('takes the id in place of the address', async () => {
    const house = await openHouse()
    const sub = await signUp(house, ada)
    await house.client.confirmSignUp({ ...by(sub), ConfirmationCode: newestCode(house, ada) })
    await expect(signIn(house, sub)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('refuses a wrong code, and after five of them the right one too, until a new one is sent', async () => {
    const house = await openHouse()
    await signUp(house, ada)
    const right = newestCode(house, ada)
    const confirm = (ConfirmationCode: string) => house.client.confirmSignUp({ ...by(ada), ConfirmationCode })
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(confirm(wrongCode)).rejects.toMatchObject({ name: 'CodeMismatchException' })
    }
    await expect(confirm(right)).rejects.toMatchObject({ name: 'TooManyFailedAttemptsException' })
    await house.client.resendConfirmationCode(by(ada))
    await confirm(newestCode(house, ada))
  })

  it('counts wrong codes sent at once one by one', async () => {
    const house = await openHouse()
    await signUp(house, ada)
    const guesses = Array.from({ length: 20 }, () =>
      house.client
        .confirmSignUp({ ...by(ada), ConfirmationCode: wrongCode })
        .catch((error: Error) => error.name),
    )
    const answers = await Promise.all(guesses)
    expect(answers.filter((name) => name === 'CodeMismatchException')).toHaveLength(5)
  })

  it('refuses a code after 24 hours', async () => {
    const house = await openHouse()
    await signUp(house, ada)
    house.pass(24 * 60)
    const ConfirmationCode = newestCode(house, ada)
    await expect(house.client.confirmSignUp({ ...by(ada), ConfirmationCode })).rejects.toMatchObject({
      name: 'ExpiredCodeException',
      message: 'Invalid code provided, please request a code again.',
    })
  })

  it('refuses the code of another person', async () => {
    const house = await openHouse()
    await signUp(house, ada)
    await signUp(house, bob)
    const ConfirmationCode = newestCode(house, ada)
    while (newestCode(house, bob) === ConfirmationCode) await house.client.resendConfirmationCode(by(bob))
    await expect(house.client.confirmSignUp({ ...by(bob), ConfirmationCode })).rejects.toMatchObject({
      name: 'CodeMismatchException',
    })
  })

  it('refuses an older code once a newer one was sent', async () => {
    const house = await openHouse()
    await signUp(house, ada)
    const older = newestCode(house, ada)
    do await house.client.resendConfirmationCode(by(ada))
    while (newestCode(house, ada) === older)
    await expect(house.client.confirmSignUp({ ...by(ada), ConfirmationCode: older })).rejects.toMatchObject({
      name: 'CodeMismatchException',
    })
  })

  it('refuses a code a second time', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    const ConfirmationCode = newestCode(house, ada)
    await expect(house.client.confirmSignUp({ ...by(ada), ConfirmationCode })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    })
  })

  it('tells nothing about an address without an account', async () => {
    const house = await openHouse()
    await expect(
      house.client.confirmSignUp({ ...by(bob), ConfirmationCode: '123456' }),
    ).rejects.toMatchObject({
      name: 'ExpiredCodeException',
    })
  })
})

describe('ResendConfirmationCode', () => {
  it('sends at most five codes in an hour', async () => {
    const house = await openHouse()
    await signUp(house, ada)
    for (let sent = 2; sent <= 5; sent += 1) await house.client.resendConfirmationCode(by(ada))
    await expect(house.client.resendConfirmationCode(by(ada))).rejects.toMatchObject({
      name: 'LimitExceededException',
      message: 'Attempt limit exceeded, please try after some time.',
    })
    house.pass(61)
    await house.client.resendConfirmationCode(by(ada))
    expect(house.pool.mailbox.list(ada)).toHaveLength(6)
  })

  it('answers for an address without an account as for one with, and mails nothing', async () => {
    const house = await openHouse()
    for (let asked = 1; asked <= 5; asked += 1) {
      const { CodeDeliveryDetails } = await house.client.resendConfirmationCode(by(bob))
      expect(CodeDeliveryDetails).toMatchObject({ Destination: 'b***@e***', DeliveryMedium: 'EMAIL' })
    }
    await expect(house.client.resendConfirmationCode(by(bob))).rejects.toMatchObject({
      name: 'LimitExceededException',
    })
    expect(house.pool.mailbox.list()).toEqual([])
  })

  it('refuses for a person who is confirmed', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    await expect(house.client.resendConfirmationCode(by(ada))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'User is already confirmed.',
    })
  })
})
