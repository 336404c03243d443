import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  ClientId,
  closeHouses,
  type House,
  openHouse,
  password,
  secretHash,
  signIn,
  signUp,
} from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'
const nobody = 'nobody@example.org'

/** What a caller can see of a refusal. */
async function refusalOf(house: House, email: string, guess = 'wrong-guess-1') {
  const error = await signIn(house, email, guess).catch((thrown: Error) => thrown)
  return error instanceof Error ? { name: error.name, message: error.message } : undefined
}

describe('InitiateAuth with USER_PASSWORD_AUTH', () => {
  it('gives three tokens for fifteen minutes', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    expect(await signIn(house, ada)).toEqual({
      AccessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      IdToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      RefreshToken: expect.stringMatching(/^[\w-]{64}$/),
      ExpiresIn: 900,
      TokenType: 'Bearer',
    })
  })

  it('takes the address in any case, with the secret hash of what was typed', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    await expect(signIn(house, 'Ada@Example.ORG')).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('refuses an unknown person and a wrong password alike, locks included', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      const known = await refusalOf(house, ada)
      expect(known?.name).toBe('NotAuthorizedException')
      expect(await refusalOf(house, nobody)).toEqual(known)
    }
  })

  it('works as long for an unknown person as for a wrong password', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    const timeOf = async (email: string) => {
      const begin = performance.now()
      await refusalOf(house, email)
      return performance.now() - begin
    }
    await timeOf(ada)
    const known = Math.min(await timeOf(ada), await timeOf(ada))
    const unknown = Math.min(await timeOf(nobody), await timeOf(nobody))
    expect(unknown).toBeGreaterThan(known / 3)
  })

  it('tells an unconfirmed person so, but only with the right password', async () => {
    const house = await openHouse()
    await signUp(house, ada)
    await expect(signIn(house, ada)).rejects.toMatchObject({
      name: 'UserNotConfirmedException',
      message: 'User is not confirmed.',
    })
    expect(await refusalOf(house, ada)).toEqual({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
  })

  it('locks after five wrong passwords for a second, then twice as long each time', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await refusalOf(house, ada)).toMatchObject({ message: 'Incorrect username or password.' })
    }
    const locked = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' }
    await expect(signIn(house, ada)).rejects.toMatchObject(locked)
    house.pass(1.01 / 60)
    expect(await refusalOf(house, ada)).toMatchObject({ message: 'Incorrect username or password.' })
    house.pass(1.01 / 60)
    await expect(signIn(house, ada)).rejects.toMatchObject(locked)
    house.pass(1.01 / 60)
    await expect(signIn(house, ada)).resolves.toMatchObject({ TokenType: 'Bearer' })
    expect(await refusalOf(house, ada)).toMatchObject({ message: 'Incorrect username or password.' })
    await expect(signIn(house, ada)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('never locks for longer than fifteen minutes', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    for (let attempt = 1; attempt <= 15; attempt += 1) {
      await refusalOf(house, ada)
      house.pass(15)
    }
    await expect(signIn(house, ada)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })

  it('counts guesses sent at once one by one', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    const guesses = Array.from({ length: 12 }, () => refusalOf(house, ada))
    const answers = await Promise.all(guesses)
    const checked = answers.filter((answer) => answer?.message === 'Incorrect username or password.')
    expect(checked).toHaveLength(5)
  })

  it('does not count an id and an address of the same person apart', async () => {
    const house = await openHouse()
    const sub = await becomeMember(house, ada)
    for (const name of [ada, sub, 'ADA@example.org', sub, ada]) await refusalOf(house, name)
    await expect(signIn(house, sub)).rejects.toMatchObject({ message: 'Password attempts exceeded' })
  })

  it('lets one person sign in many times at once', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => signIn(house, ada)))
    expect(new Set(answers.map(({ RefreshToken }) => RefreshToken)).size).toBe(6)
  })

  it.each([
    [{ SECRET_HASH: secretHash(ada, 'a guess') }, `Unable to verify secret hash for client ${ClientId}`],
    [{ SECRET_HASH: secretHash(nobody) }, `Unable to verify secret hash for client ${ClientId}`],
    [{}, `Client ${ClientId} is configured with secret but SECRET_HASH was not received`],
  ])('refuses a caller without the right secret hash: %o', async (hash, message) => {
    const house = await openHouse()
    await becomeMember(house, ada)
    const AuthParameters = { USERNAME: ada, PASSWORD: password, ...hash }
    await expect(
      house.client.initiateAuth({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters }),
    ).rejects.toMatchObject({ name: 'NotAuthorizedException', message })
  })

  it.each(['USERNAME', 'PASSWORD'])('refuses a call without %s', async (missing) => {
    const house = await openHouse()
    const all = { USERNAME: ada, PASSWORD: password, SECRET_HASH: secretHash(ada) }
    const AuthParameters = { ...all, [missing]: '' }
    await expect(
      house.client.initiateAuth({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters }),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: `Missing required parameter ${missing}`,
    })
  })

  it.each(['USER_SRP_AUTH', 'CUSTOM_AUTH', 'ADMIN_USER_PASSWORD_AUTH', 'USER_AUTH'] as const)(
    'refuses %s, which is not enabled',
    async (AuthFlow) => {
      const house = await openHouse()
      const AuthParameters = { USERNAME: ada, PASSWORD: password, SECRET_HASH: secretHash(ada) }
      await expect(house.client.initiateAuth({ AuthFlow, ClientId, AuthParameters })).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: `${AuthFlow} flow not enabled for this client`,
      })
    },
  )
})
