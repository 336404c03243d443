import { close, listen } from '../gateway/listen.ts'
import { openCompaction } from './compact.ts'
import { removeGoneTables } from './gone-tables.ts'
import { type DynamoDbOptions, openStore } from './store.ts'
import { sweepTtl } from './sweep.ts'
import { openWire } from './wire.ts'

export type DynamoDb = {
  /** The endpoint for the AWS SDK's clients, of tables and of streams. */
  url: string
  port: number
  /** Removes items whose time is over, by the clock of the house, and stream records older than a day. Returns how many items. */
  sweepTtl: () => Promise<number>
  /** Removes from disk what was deleted or overwritten before. */
  compact: () => Promise<void>
  /** Answers what has come in, for two seconds; resolved when everything is written. */
  stop: () => Promise<void>
}

/**
 * Starts an embedded DynamoDB with Streams on 127.0.0.1: the AWS SDK's clients work against it unchanged.
 * Throws a sentence that says what to do when the port is taken or the folder is damaged.
 */
export async function startDynamoDb(options: DynamoDbOptions): Promise<DynamoDb> {
  const store = await openStore(options)
  const { server, settle } = openWire(store)
  const url = await listen(server, options.port ?? 0).catch(async (error) => {
    await store.close()
    throw error
  })
  const compact = openCompaction(store)
  const chores = new Set<Promise<unknown>>()
  let stopping: Promise<void> | undefined

  /** Work of the house's own, which `stop` waits for. */
  function chore<Result>(work: Promise<Result>): Promise<Result> {
    const settled = work.catch(() => {}).finally(() => chores.delete(settled))
    chores.add(settled)
    return work
  }

  async function end(): Promise<void> {
    await close(server)
    await settle()
    await Promise.all(chores)
    await store.close()
  }

  chore(removeGoneTables(store)).catch(store.onError)
  return {
    url,
    port: Number(new URL(url).port),
    sweepTtl: () => chore(sweepTtl(store)),
    compact: () => chore(compact()),
    stop: () => {
      stopping ??= end()
      return stopping
    },
  }
}
