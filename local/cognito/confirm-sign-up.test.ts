import { afterEach, describe, expect, it } from 'vitest'
import { becomeMember, by, closeHouses, newestCode, openHouse, signIn, signUp } from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'
const bob = 'bob@example.org'
const wrongCode = 'wrong6'

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
