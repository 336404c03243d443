import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { Bucket, clientFor, closeStores, eventually, makeFolder, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const script = join(import.meta.dirname, 'store-process-for-tests.ts')

/** A store in a process of its own. */
async function spawnStore(dataDir: string) {
  const child = fork(script, [dataDir], { execArgv: [], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const [url] = await once(createInterface(child.stdout as Readable), 'line')
  const kill = async () => {
    const isOver = child.exitCode !== null || child.signalCode !== null
    if (!isOver && child.kill('SIGKILL')) await once(child, 'exit')
  }
  const memory = async (): Promise<number> => {
    child.send('memory')
    const [bytes] = await once(child, 'message')
    return bytes
  }
  return { url, client: clientFor(url), kill, memory, [Symbol.asyncDispose]: kill }
}

describe('kill -9', () => {
  it('loses nothing that was answered, neither object nor notification, and leaves no half body', async () => {
    const dataDir = await makeFolder()
    await using store = await spawnStore(dataDir)
    const answered = new Map<string, string>()
    const puts = Array.from({ length: 30 }, async (_, number) => {
      const [Key, Body] = [`key ${number}`, randomBytes(200_000).toString('hex')]
      await store.client.putObject({ Bucket, Key, Body })
      answered.set(Key, Body)
      if (answered.size === 10) await store.kill()
    })
    await Promise.allSettled(puts)
    expect(answered.size).toBeGreaterThanOrEqual(10)

    const house = await openHouse({ dataDir })
    for (const [Key, Body] of answered) {
      const got = await house.client.getObject({ Bucket, Key })
      expect((await got.Body?.transformToString()) === Body).toBe(true)
    }
    const { Contents = [] } = await house.client.listObjectsV2({ Bucket })
    expect(await house.blobs()).toBe(Contents.length)
    expect(await eventually(() => house.events.length >= Contents.length)).toBe(true)
    const told = new Set(house.events.map(({ Records }) => Records[0]?.s3.object.key.replaceAll('+', ' ')))
    expect([...told].sort()).toEqual(Contents.map(({ Key }) => Key).sort())
  })

  it('in the middle of a body leaves nothing of it, and what was there before', async () => {
    const dataDir = await makeFolder()
    await using store = await spawnStore(dataDir)
    await store.client.putObject({ Bucket, Key: 'k', Body: 'before' })
    const body = new Readable({ read() {} })
    body.push(Buffer.alloc(300_000))
    const upload = store.client.putObject({ Bucket, Key: 'k', Body: body, ContentLength: 10_000_000 })
    const failed = upload.catch(() => 'failed')
    const bodies = async () => {
      const names = await readdir(join(dataDir, 'blobs'))
      const sizes = await Promise.all(
        names.map(async (name) => (await stat(join(dataDir, 'blobs', name))).size),
      )
      return sizes.sort((one, other) => one - other)
    }
    expect(await eventually(async () => ((await bodies())[1] ?? 0) > 100_000)).toBe(true)
    await store.kill()
    body.destroy()
    expect(await failed).toBe('failed')

    const house = await openHouse({ dataDir })
    expect(await bodies()).toEqual([6])
    const got = await house.client.getObject({ Bucket, Key: 'k' })
    expect(await got.Body?.transformToString()).toBe('before')
  })
})

describe('a caller who leaves in the middle', () => {
  it('of a body leaves nothing', async () => {
    const house = await openHouse()
    const abort = new AbortController()
    const body = new Readable({ read() {} })
    body.push(Buffer.alloc(300_000))
    const input = { Bucket, Key: 'k', Body: body, ContentLength: 10_000_000 }
    const failed = house.client.putObject(input, { abortSignal: abort.signal }).catch(() => 'failed')
    expect(await eventually(async () => (await house.blobs()) === 1)).toBe(true)
    abort.abort()
    body.destroy()
    expect(await failed).toBe('failed')
    expect(await eventually(async () => (await house.blobs()) === 0)).toBe(true)
    expect(house.errors).toEqual([])
  })

  it('of an answer lets the body go once it is removed', async () => {
    const house = await openHouse()
    await house.client.putObject({ Bucket, Key: 'k', Body: Buffer.alloc(30_000_000) })
    const got = await house.client.getObject({ Bucket, Key: 'k' })
    await house.client.deleteObject({ Bucket, Key: 'k' })
    expect(await house.blobs()).toBe(1)
    ;(got.Body as unknown as Readable).destroy()
    expect(await eventually(async () => (await house.blobs()) === 0)).toBe(true)
  })
})

describe('memory', () => {
  it('does not grow with a body of 200 MB that comes and goes', async () => {
    await using store = await spawnStore(await makeFolder())
    const size = 200_000_000
    const chunk = Buffer.alloc(1_000_000, 'm')
    async function* body() {
      for (let sent = 0; sent < size; sent += chunk.length) yield chunk
    }
    await store.client.putObject({ Bucket, Key: 'small', Body: Buffer.alloc(5_000_000) })
    await (await store.client.getObject({ Bucket, Key: 'small' })).Body?.transformToByteArray()
    const before = await store.memory()
    let most = before
    const watch = setInterval(async () => {
      most = Math.max(most, await store.memory().catch(() => 0))
    }, 50)
    await store.client.putObject({ Bucket, Key: 'big', Body: Readable.from(body()), ContentLength: size })
    const got = await store.client.getObject({ Bucket, Key: 'big' })
    let received = 0
    for await (const piece of got.Body as unknown as Readable) received += piece.length
    clearInterval(watch)
    expect(received).toBe(size)
    expect(most - before).toBeLessThan(80_000_000)
  })
})

describe('the folder', () => {
  it('and its files are open to nobody else', async () => {
    const house = await openHouse()
    await house.client.putObject({ Bucket, Key: 'k', Body: 'x' })
    await chmod(join(house.dataDir, 'index.sqlite'), 0o644)
    await house.restart()
    await house.client.putObject({ Bucket, Key: 'k2', Body: 'x' })
    const names = await readdir(house.dataDir, { recursive: true, withFileTypes: true })
    for (const entry of names) {
      const { mode } = await stat(join(entry.parentPath, entry.name))
      expect((mode & 0o777).toString(8)).toBe(entry.isDirectory() ? '700' : '600')
    }
  })

  it('that is open already, or damaged, is refused with a sentence that helps', async () => {
    const house = await openHouse()
    const { dataDir } = house
    await expect(openHouse({ dataDir })).rejects.toThrow(/is open in another process/)
    await house.client.putObject({ Bucket, Key: 'k', Body: 'x' })
    await house.store.stop()
    const path = join(dataDir, 'index.sqlite')
    const whole = await readFile(path)
    await writeFile(path, 'nonsense'.repeat(1000))
    await expect(openHouse({ dataDir })).rejects.toThrow(/is damaged .*Put back a copy/)
    await writeFile(path, whole)
    await expect(openHouse({ dataDir })).resolves.toBeDefined()
  })
})

describe('starting and stopping', () => {
  it('keeps objects, and sweeps away what no object names', async () => {
    const house = await openHouse()
    await house.client.putObject({ Bucket, Key: 'k', Body: 'kept', Metadata: { a: '1' } })
    await house.store.stop()
    await writeFile(join(house.dataDir, 'blobs', 'left-by-a-crash'), 'x')
    await house.restart()
    const got = await house.client.getObject({ Bucket, Key: 'k' })
    expect(got.Metadata).toEqual({ a: '1' })
    expect(await got.Body?.transformToString()).toBe('kept')
    expect(await house.blobs()).toBe(1)
  })

  it('says so when the port is taken, and can be tried again', async () => {
    const other = createServer()
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const dataDir = await makeFolder()
    await expect(openHouse({ port, dataDir })).rejects.toThrow(`Port ${port} is taken`)
    other.close()
    await once(other, 'close')
    await expect(openHouse({ port, dataDir })).resolves.toMatchObject({ store: { port } })
  })

  it('ends once, however often it is told to, and what came in is answered', async () => {
    const house = await openHouse()
    const body = Buffer.alloc(20_000_000)
    const put = house.client.putObject({ Bucket, Key: 'k', Body: body })
    expect(await eventually(async () => (await house.blobs()) === 1)).toBe(true)
    await Promise.all([house.store.stop(), house.store.stop()])
    await expect(put).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } })
    await expect(fetch(house.store.url)).rejects.toThrow()
    expect(house.errors).toEqual([])
  })
})
