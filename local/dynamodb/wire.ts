import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { crc32 } from 'node:zlib'
import { readWhole, TooLong } from '../gateway/read-whole.ts'
import { authenticate } from './authenticate.ts'
import { DynamoDbError } from './dynamodb-error.ts'
import { parseInput } from './input.ts'
import { operations } from './operations.ts'
import type { Store } from './store.ts'

const contentType = 'application/x-amz-json-1.0'
const mostBytes = 16 * 1024 ** 2

export type Wire = {
  server: Server
  /** Resolved when every call that had come in is answered. */
  settle: () => Promise<unknown>
}

/** Speaks the AWS JSON 1.0 protocol for the tables and their streams. It has no CORS: browsers stay out. */
export function openWire(store: Store): Wire {
  const running = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const work = answer(store, request, response)
      .catch(() => void response.destroy())
      .finally(() => running.delete(work))
    running.add(work)
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  // An idle connection is closed by its client: closed from here, a call may just be on its way.
  server.keepAliveTimeout = 0
  return { server, settle: () => Promise.all(running) }
}

async function answer(store: Store, request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.on('error', () => {})
  try {
    send(response, 200, await run(store, request))
  } catch (error) {
    const known = refusal(store, request, error)
    send(response, known.status, known.content)
  }
}

async function run(store: Store, request: IncomingMessage): Promise<object> {
  const body = await readWhole(request, mostBytes)
  authenticate(store, request, body)
  const operation = operations.get(String(request.headers['x-amz-target'] ?? ''))
  const isOurs = request.method === 'POST' && request.headers['content-type'] === contentType
  if (!isOurs || !operation) {
    throw new DynamoDbError('UnknownOperationException', 'This operation is not supported here.')
  }
  return operation(store, parseInput(body.toString('utf8')))
}

function refusal(store: Store, request: IncomingMessage, error: unknown): DynamoDbError {
  if (error instanceof DynamoDbError) return error
  if (error instanceof TooLong) {
    return new DynamoDbError('RequestEntityTooLargeException', 'The body is larger than 16 MiB.')
  }
  const isCut = request.destroyed && !request.complete
  if (!isCut) store.onError(error)
  return new DynamoDbError('InternalServerError', 'The request could not be answered. Please try again.')
}

function send(response: ServerResponse, status: number, content: object): void {
  const body = Buffer.from(JSON.stringify(content))
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': body.length,
    'x-amz-crc32': String(crc32(body)),
    'x-amzn-requestid': randomUUID().replaceAll('-', '').toUpperCase(),
  })
  response.end(body)
}
