import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  by,
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
const nobody = 'nobody@example.org'
const newPassword = 'another-candle-8'
const wrongCode = 'wrong6'

async function openWithMember() {
  const house = await openHouse()
  await becomeMember(house, ada)
  const ask = (email = ada) => house.client.forgotPassword(by(email))
  const confirm = (ConfirmationCode: string, Password = newPassword, email = ada) =>
    house.client.confirmForgotPassword({ ...by(email), ConfirmationCode, Password })
  return { house, ask, confirm }
}

describe('ForgotPassword', () => {
  it('mails a code with which a new password is set, once', async () => {
    const { house, ask, confirm } = await openWithMember()
    await ask()
    const code = newestCode(house, ada)
    await confirm(code)
    await expect(signIn(house, ada, newPassword)).resolves.toMatchObject({ TokenType: 'Bearer' })
    await expect(signIn(house, ada)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    await expect(confirm(code)).rejects.toMatchObject({ name: 'ExpiredCodeException' })
  })

  it('leaves the sessions, as on AWS', async () => {
    const { house, ask, confirm } = await openWithMember()
    const { RefreshToken } = await signIn(house, ada)
    await ask()
    await confirm(newestCode(house, ada))
    await expect(refresh(house, RefreshToken)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('answers for an unknown address as for a known one, limits included, and mails nothing', async () => {
    const { house, ask, confirm } = await openWithMember()
    const namesFor = async (email: string) => {
      const names: string[] = []
      const note = (error: Error) => names.push(error.name)
      await confirm(wrongCode, newPassword, email).catch(note)
      const { CodeDeliveryDetails } = await ask(email)
      names.push(
        Object.keys(CodeDeliveryDetails ?? {})
          .sort()
          .join(),
      )
      for (let guess = 1; guess <= 6; guess += 1) await confirm(wrongCode, newPassword, email).catch(note)
      for (let asked = 2; asked <= 6; asked += 1) await ask(email).catch(note)
      return names
    }
    const mailsBefore = house.pool.mailbox.list().length
    expect(await namesFor(nobody)).toEqual([
      'ExpiredCodeException',
      'AttributeName,DeliveryMedium,Destination',
      ...Array.from({ length: 5 }, () => 'CodeMismatchException'),
      'TooManyFailedAttemptsException',
      'LimitExceededException',
    ])
    expect(house.pool.mailbox.list()).toHaveLength(mailsBefore)
    expect(await namesFor(ada)).toEqual(await namesFor('another@example.org'))
  })

  it('mails nothing to an address that was never confirmed, and does not say so', async () => {
    const { house, ask } = await openWithMember()
    await signUp(house, nobody)
    await expect(ask(nobody)).resolves.toMatchObject({ CodeDeliveryDetails: { Destination: 'n***@e***' } })
    expect(house.pool.mailbox.list(nobody)).toHaveLength(1)
  })

  it('mails nothing to a disabled person, whose older code is worth nothing', async () => {
    const { house, ask, confirm } = await openWithMember()
    await ask()
    const code = newestCode(house, ada)
    await house.client.adminDisableUser({ UserPoolId, Username: ada })
    await expect(confirm(code)).rejects.toMatchObject({ name: 'CodeMismatchException' })
    const mailsBefore = house.pool.mailbox.list(ada).length
    await ask()
    expect(house.pool.mailbox.list(ada)).toHaveLength(mailsBefore)
  })

  it('refuses a caller without the secret', async () => {
    const { house } = await openWithMember()
    await expect(house.client.forgotPassword({ ClientId, Username: ada })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    })
  })
})

describe('ConfirmForgotPassword', () => {
  it('refuses a code after an hour', async () => {
    const { house, ask, confirm } = await openWithMember()
    await ask()
    house.pass(60)
    await expect(confirm(newestCode(house, ada))).rejects.toMatchObject({ name: 'ExpiredCodeException' })
    await expect(signIn(house, ada, password)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('refuses the right code after five wrong ones', async () => {
    const { house, ask, confirm } = await openWithMember()
    await ask()
    const right = newestCode(house, ada)
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(confirm(wrongCode)).rejects.toMatchObject({ name: 'CodeMismatchException' })
    }
    await expect(confirm(right)).rejects.toMatchObject({ name: 'TooManyFailedAttemptsException' })
  })

  it('does not take the code of a sign-up', async () => {
    const { house, ask, confirm } = await openWithMember()
    const signUpCode = newestCode(house, ada)
    do await ask()
    while (newestCode(house, ada) === signUpCode)
    await expect(confirm(signUpCode)).rejects.toMatchObject({ name: 'CodeMismatchException' })
  })

  it('refuses a weak password without using the code up', async () => {
    const { house, ask, confirm } = await openWithMember()
    await ask()
    const code = newestCode(house, ada)
    await expect(confirm(code, 'weak')).rejects.toMatchObject({ name: 'InvalidPasswordException' })
    await expect(confirm(code)).resolves.toBeDefined()
  })

  it('ends a lock', async () => {
    const { house, ask, confirm } = await openWithMember()
    for (let attempt = 1; attempt <= 5; attempt += 1)
      await signIn(house, ada, 'wrong-guess-1').catch(() => {})
    await expect(signIn(house, ada)).rejects.toMatchObject({ message: 'Password attempts exceeded' })
    await ask()
    await confirm(newestCode(house, ada))
    await expect(signIn(house, ada, newPassword)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })
})
