import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  by,
  ClientId,
  clientFor,
  clientSecret,
  closeHouses,
  makeFolder,
  newestCode,
  openHouse,
  password,
  refresh,
  signIn,
  signUp,
} from './pool-for-tests.ts'
import type { UserPool } from './user-pool.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'
const bob = 'bob@example.org'

describe('a restart', () => {
  it('keeps people, passwords, tokens, codes and mails', async () => {
    const house = await openHouse()
    const sub = await becomeMember(house, ada)
    const { AccessToken, RefreshToken } = await signIn(house, ada)
    await signUp(house, bob)
    const jwksBefore = await (await fetch(house.pool.jwksUrl)).json()
    const mailsBefore = house.pool.mailbox.list()

    await house.restart()
    expect(await (await fetch(house.pool.jwksUrl)).json()).toEqual(jwksBefore)
    expect(house.pool.mailbox.list()).toEqual(mailsBefore)
    expect(await house.client.getUser({ AccessToken })).toMatchObject({ Username: sub })
    await expect(refresh(house, RefreshToken)).resolves.toMatchObject({ TokenType: 'Bearer' })
    await expect(signIn(house, ada)).resolves.toMatchObject({ TokenType: 'Bearer' })
    await house.client.confirmSignUp({ ...by(bob), ConfirmationCode: newestCode(house, bob) })
  })

  it('keeps what was revoked, replaced, locked and counted', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    const first = await signIn(house, ada)
    const second = await signIn(house, ada)
    await refresh(house, second.RefreshToken)
    await house.client.revokeToken({ ClientId, ClientSecret: clientSecret, Token: first.RefreshToken })
    await signUp(house, bob)
    const guess = () => house.client.confirmSignUp({ ...by(bob), ConfirmationCode: 'wrong6' })
    for (let attempt = 1; attempt <= 5; attempt += 1) await guess().catch(() => {})
    for (let attempt = 1; attempt <= 5; attempt += 1)
      await signIn(house, ada, 'wrong-guess-1').catch(() => {})

    await house.restart()
    await expect(house.client.getUser({ AccessToken: first.AccessToken })).rejects.toMatchObject({
      message: 'Access Token has been revoked',
    })
    await expect(signIn(house, ada)).rejects.toMatchObject({ message: 'Password attempts exceeded' })
    await expect(guess()).rejects.toMatchObject({ name: 'TooManyFailedAttemptsException' })
    house.pass(1)
    await expect(refresh(house, second.RefreshToken)).rejects.toMatchObject({
      name: 'RefreshTokenReuseException',
    })
  })
})

describe('the folder', () => {
  it('and its files are open to nobody else', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
    expect(await modeOf(house.dataDir)).toBe('700')
    await chmod(join(house.dataDir, 'user-pool.json'), 0o644)
    await house.restart()
    const files = await readdir(house.dataDir)
    expect(files.sort()).toEqual(['signing-key.json', 'user-pool.json'])
    for (const file of files) expect(await modeOf(join(house.dataDir, file))).toBe('600')
  })

  it('holds no password, no refresh token and no client secret', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    const { RefreshToken, AccessToken } = await signIn(house, ada)
    const text = await readFile(join(house.dataDir, 'user-pool.json'), 'utf8')
    for (const secret of [password, RefreshToken, AccessToken, 'only-the-backend-knows']) {
      expect(text).not.toContain(secret)
    }
    const [user] = JSON.parse(text.split('\n')[1] ?? '').users
    expect(user.password).toEqual({
      cost: 32768,
      blockSize: 8,
      parallel: 1,
      salt: expect.stringMatching(/^[\w+/]{22}==$/),
      hash: expect.stringMatching(/^[\w+/]{43}=$/),
    })
  })

  it.each([
    ['user-pool.json', (text: string) => text.replace('"enabled":true', '"enabled":false')],
    ['user-pool.json', (text: string) => text.slice(0, -20)],
    ['user-pool.json', () => ''],
    ['signing-key.json', (text: string) => text.replace('MII', 'MIJ')],
    ['signing-key.json', () => 'not a key'],
  ])('with a tampered %s is refused with a sentence that helps (%#)', async (file, tamper) => {
    const house = await openHouse()
    await becomeMember(house, ada)
    await house.pool.stop()
    const path = join(house.dataDir, file)
    await writeFile(path, tamper(await readFile(path, 'utf8')))
    const refusal = await openHouse({ dataDir: house.dataDir }).catch((error: Error) => error)
    expect(refusal).toBeInstanceOf(Error)
    expect(String(refusal)).toContain(path)
    expect(String(refusal)).toMatch(/damaged .*Put back a copy, or/)
  })

  it('survives a half-written file left by a crash', async () => {
    const house = await openHouse()
    await becomeMember(house, ada)
    await writeFile(join(house.dataDir, 'user-pool.json.new'), 'mayfly-user')
    await house.restart()
    await expect(signIn(house, ada)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })
})

describe('kill -9', () => {
  it('loses nothing that was answered', async () => {
    const dataDir = await makeFolder()
    const script = join(dirname(fileURLToPath(import.meta.url)), 'pool-process-for-tests.ts')
    const child = spawn(process.execPath, [script, dataDir, ClientId, clientSecret], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const [url] = await once(createInterface(child.stdout), 'line')
      const client = clientFor({ url } as UserPool)
      const emails = Array.from({ length: 12 }, (_, number) => `person${number}@example.org`)
      const answered: string[] = []
      const calls = emails.map(async (email) => {
        await client.signUp({ ...by(email), Password: password })
        answered.push(email)
        if (answered.length === 4) child.kill('SIGKILL')
      })
      await Promise.allSettled(calls)
      expect(answered.length).toBeGreaterThanOrEqual(4)

      const house = await openHouse({ dataDir })
      for (const email of answered) {
        await house.client.confirmSignUp({ ...by(email), ConfirmationCode: newestCode(house, email) })
      }
    } finally {
      child.kill('SIGKILL')
    }
  })
})

describe('starting and stopping', () => {
  it('says so when the port is taken', async () => {
    const other = createServer()
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await expect(openHouse({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1`)
    other.close()
  })

  it('stops once, however often it is told to, after answering what came in', async () => {
    const entered = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    const postConfirmation = async (event: object) => {
      entered.resolve()
      await released.promise
      return event
    }
    const house = await openHouse({ postConfirmation })
    await signUp(house, ada)
    const ConfirmationCode = newestCode(house, ada)
    const answer = house.client.confirmSignUp({ ...by(ada), ConfirmationCode })
    await entered.promise
    const stopped = Promise.all([house.pool.stop(), house.pool.stop()])
    released.resolve()
    await expect(answer).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } })
    await stopped
    await expect(fetch(house.pool.url)).rejects.toThrow()
  })
})
