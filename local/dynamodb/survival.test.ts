import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import {
  chatTable,
  clientFor,
  closeHouses,
  keyOf,
  makeFolder,
  openChat,
  openHouse,
  recordsOf,
  S,
  TableName,
} from './dynamodb-for-tests.ts'
import { openLevel } from './level.ts'
import { versionRow } from './rows.ts'

afterEach(closeHouses)

const script = join(import.meta.dirname, 'dynamodb-process-for-tests.ts')

/** A DynamoDB in a process of its own. */
async function spawnDynamoDb(dataDir: string) {
  const child = fork(script, [dataDir], { execArgv: [], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const [url] = await once(createInterface(child.stdout as Readable), 'line')
  const ended = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { client: clientFor(url), kill, [Symbol.asyncDispose]: kill }
}

describe('kill -9', () => {
  it.each([1, 40, 200])(
    'after %i answers loses none of them, and leaves item, index and record together or nothing',
    async (answers) => {
      const dataDir = await makeFolder()
      await using house = await spawnDynamoDb(dataDir)
      await house.client.createTable(chatTable)
      const answered = new Set<string>()
      const writes = Array.from({ length: 300 }, async (_, number) => {
        const pks = [`${number} one`, `${number} two`]
        const items = pks.map((pk) => ({ ...keyOf(pk), last: S(pk), body: S('x'.repeat(2_000)) }))
        await house.client.transactWriteItems({
          TransactItems: items.map((Item) => ({ Put: { TableName, Item } })),
          ClientRequestToken: `token ${number}`,
        })
        for (const pk of pks) answered.add(pk)
        if (answered.size >= answers) await house.kill()
      })
      await Promise.allSettled(writes)
      expect(answered.size).toBeGreaterThanOrEqual(answers)

      const again = await openHouse({ dataDir })
      const pksIn = (items: { pk?: { S?: string } }[] = []) => items.map(({ pk }) => pk?.S ?? '').sort()
      const kept = pksIn((await again.client.scan({ TableName, AttributesToGet: ['pk'] })).Items as never)
      expect(kept).toEqual(expect.arrayContaining([...answered]))
      const inIndex = await again.client.scan({ TableName, IndexName: 'inbox', AttributesToGet: ['pk'] })
      expect(pksIn(inIndex.Items as never)).toEqual(kept)
      const records = await recordsOf(again)
      expect(pksIn(records.map(({ dynamodb }) => dynamodb?.Keys ?? {}) as never)).toEqual(kept)
      const pairs = kept.map((pk) => pk.split(' ')[0])
      for (const number of pairs) expect(pairs.filter((each) => each === number)).toHaveLength(2)
    },
  )
})

describe('the folder', () => {
  it('is open to nobody else', async () => {
    const house = await openChat()
    await chmod(house.dataDir, 0o755)
    await house.restart()
    expect(((await stat(house.dataDir)).mode & 0o777).toString(8)).toBe('700')
  })

  it('that is open already is refused with a sentence that helps', async () => {
    const { dataDir } = await openChat()
    await expect(openHouse({ dataDir })).rejects.toThrow(/is open in another process\. Stop that one first/)
  })

  it.each([
    ['CURRENT', 'nonsense'],
    ['MANIFEST', 'nonsense'.repeat(1_000)],
  ])('whose %s is damaged is refused with a sentence that helps', async (beginning, content) => {
    const { dataDir, dynamodb } = await openChat()
    await dynamodb.stop()
    const names = await readdir(dataDir)
    const name = names.find((each) => each.startsWith(beginning)) ?? ''
    await writeFile(join(dataDir, name), content)
    await expect(openHouse({ dataDir })).rejects.toThrow(/is damaged .*Put back a copy/)
  })

  it('that misses a file is refused with a sentence that helps', async () => {
    const { dataDir, dynamodb } = await openChat()
    await dynamodb.compact()
    await dynamodb.stop()
    const tables = (await readdir(dataDir)).filter((name) => name.endsWith('.ldb'))
    expect(tables).not.toEqual([])
    for (const name of tables) await rm(join(dataDir, name))
    await expect(openHouse({ dataDir })).rejects.toThrow(/is damaged .*Put back a copy/)
  })

  it('whose rows are damaged is refused with a sentence that helps', async () => {
    const { dataDir, dynamodb } = await openChat()
    await dynamodb.compact()
    await dynamodb.stop()
    const tables = (await readdir(dataDir)).filter((name) => name.endsWith('.ldb'))
    for (const name of tables) await writeFile(join(dataDir, name), 'nonsense'.repeat(1_000))
    await expect(openHouse({ dataDir })).rejects.toThrow(/is damaged .*Put back a copy/)
  })

  it('from another version is refused with a sentence that helps', async () => {
    const { dataDir, dynamodb } = await openChat()
    await dynamodb.stop()
    const level = await openLevel(dataDir)
    await level.put(versionRow, 7)
    await level.close()
    await expect(openHouse({ dataDir })).rejects.toThrow(/from another version\. Put back a copy/)
  })

  it('in whose place is a file is refused with a sentence that helps', async () => {
    const dataDir = await makeFolder()
    await writeFile(dataDir, 'a file')
    await expect(openHouse({ dataDir })).rejects.toThrow(/a file is in its place/)
  })
})

describe('starting and stopping', () => {
  it('says so when the port is taken, and can be tried again', async () => {
    const other = createServer()
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const dataDir = await makeFolder()
    await expect(openHouse({ port, dataDir })).rejects.toThrow(`Port ${port} is taken`)
    other.close()
    await once(other, 'close')
    await expect(openHouse({ port, dataDir })).resolves.toMatchObject({ dynamodb: { port } })
  })

  it('ends once, however often it is told to, and what came in is answered', async () => {
    const house = await openChat()
    const puts = Array.from({ length: 30 }, (_, number) =>
      house.client.putItem({ TableName, Item: keyOf(`item ${number}`) }),
    )
    const settled = Promise.allSettled(puts)
    await puts[0]
    const sweep = house.dynamodb.sweepTtl()
    await Promise.all([house.dynamodb.stop(), house.dynamodb.stop()])
    await expect(sweep).resolves.toBe(0)
    const outcomes = await settled
    const answered = outcomes.filter(({ status }) => status === 'fulfilled').length
    await expect(fetch(house.dynamodb.url)).rejects.toThrow()
    expect(house.errors).toEqual([])
    const again = await openHouse({ dataDir: house.dataDir })
    const { Count = 0 } = await again.client.scan({ TableName })
    expect(Count).toBeGreaterThanOrEqual(answered)
  })
})
