import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { actions, readingActions } from './actions.ts'
import { checkSignature } from './admin-signature.ts'
import { parseInput } from './input.ts'
import type { Pool } from './pool.ts'
import { readBody } from './read-body.ts'
import { WireError } from './wire-error.ts'

const targetPrefix = 'AWSCognitoIdentityProviderService.'
const contentType = 'application/x-amz-json-1.1'

export type Wire = {
  server: Server
  /** Resolved when every call that had come in is answered. */
  settle: () => Promise<unknown>
}

/** Speaks the AWS JSON 1.1 protocol for the pool, and shows the public key. It has no CORS: browsers stay out. */
export function openWire(pool: Pool): Wire {
  const running = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const work = answer(pool, request, response)
      .catch(() => void response.destroy())
      .finally(() => running.delete(work))
    running.add(work)
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  return { server, settle: () => Promise.all(running) }
}

async function answer(pool: Pool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('x-amzn-requestid', randomUUID())
  if (request.method === 'GET') return answerGet(pool, request, response)
  try {
    const output = await act(pool, request)
    send(response, 200, contentType, output)
  } catch (error) {
    if (request.errored) return
    refuse(response, error)
  }
}

function answerGet(pool: Pool, request: IncomingMessage, response: ServerResponse): void {
  if (request.url === `/${pool.poolId}/.well-known/jwks.json`) {
    send(response, 200, 'application/json', { keys: [pool.jwk] })
  } else {
    send(response, 404, 'application/json', { message: 'There is nothing at this address.' })
  }
}

async function act(pool: Pool, request: IncomingMessage): Promise<object> {
  const body = await readBody(request)
  const target = String(request.headers['x-amz-target'] ?? '')
  const name = target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : ''
  const action = actions.get(name)
  if (request.method !== 'POST' || request.headers['content-type'] !== contentType || !action) {
    throw new WireError('UnknownOperationException', 'The user pool does not know this operation.')
  }
  if (name.startsWith('Admin')) checkSignature(pool, request, body)
  const input = parseInput(body.toString('utf8'))
  try {
    return await action(pool, input)
  } finally {
    // Refusals count tries, so they are kept as well. What is answered has been written.
    if (!readingActions.has(name)) await pool.save()
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  const known = error instanceof WireError ? error : unexpected(error)
  response.setHeader('x-amzn-errortype', known.name)
  if (known.status === 413) response.setHeader('connection', 'close')
  send(response, known.status, contentType, { __type: known.name, message: known.message })
}

function unexpected(error: unknown): WireError {
  // The stack names our own code only; what came in is never part of it.
  console.error(
    'The embedded user pool failed:',
    error instanceof Error ? error.stack : 'no error was thrown',
  )
  return new WireError('InternalErrorException', 'Internal error')
}

function send(response: ServerResponse, status: number, type: string, content: object): void {
  const body = JSON.stringify(content)
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
