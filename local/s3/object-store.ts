import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { close, listen } from '../gateway/listen.ts'
import { send } from './answer.ts'
import { type Swept, sweepLifecycle } from './lifecycle.ts'
import { respond } from './respond.ts'
import { type ObjectStoreOptions, openStore, type Store } from './store.ts'

export type ObjectStore = {
  /** The endpoint for the AWS SDK's client; addresses are path-style. */
  url: string
  port: number
  /** Answers what has come in, for two seconds, and lets notifications finish, for five. */
  stop: () => Promise<void>
  /** Removes what the buckets' lifecycle rules say is over, by the clock of the house. */
  sweepLifecycle: () => Promise<Swept>
}

/** After a refusal, this much of a body is still read and forgotten, so that the sender gets to hear why. */
const lingerBytes = 16 * 1024 ** 2
const lingerMilliseconds = 2_000
const idleMilliseconds = 60_000

/**
 * Starts an embedded S3 on 127.0.0.1: the AWS SDK's client and browsers' forms work against it unchanged.
 * Throws a sentence that says what to do when the port is taken or the index is damaged.
 */
export async function startObjectStore(options: ObjectStoreOptions): Promise<ObjectStore> {
  const store = await openStore(options)
  const running = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const work = answer(store, request, response)
      .catch(() => void response.destroy())
      .finally(() => running.delete(work))
    running.add(work)
  })
  server.headersTimeout = 10_000
  // A large body may take long; it only may not stand still.
  server.requestTimeout = 0
  server.timeout = idleMilliseconds
  const url = await listen(server, options.port ?? 0).catch(async (error) => {
    await store.database.close()
    throw error
  })
  store.notifications.start()
  let stopping: Promise<void> | undefined

  async function end(): Promise<void> {
    await close(server)
    await Promise.all(running)
    await store.notifications.stop()
    await store.database.close()
  }

  return {
    url,
    port: Number(new URL(url).port),
    stop: () => {
      stopping ??= end()
      return stopping
    },
    sweepLifecycle: () => sweepLifecycle(store),
  }
}

async function answer(store: Store, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()
  request.on('error', () => {})
  response.setHeader('x-amz-request-id', requestId)
  response.setHeader('x-amz-id-2', requestId)
  const given = await respond(store, request, requestId)
  if (!request.complete) response.once('finish', () => linger(request))
  await send(response, given, request.method === 'HEAD')
}

function linger(request: IncomingMessage): void {
  if (request.complete) return
  const { socket } = request
  const before = socket.bytesRead
  const end = performance.now() + lingerMilliseconds
  const watch = setInterval(() => {
    if (request.complete || socket.destroyed) clearInterval(watch)
    else if (socket.bytesRead - before > lingerBytes || performance.now() > end) socket.destroy()
  }, 10)
  request.resume()
}
