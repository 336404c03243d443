import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { codeOf, StartupProblem } from './startup-problem.ts'

const LOWEST_PORT = 10_000
/** On Linux, and well below those of macOS and Windows. */
const FIRST_OUTGOING_PORT = 32_768

const loopback = '127.0.0.1'
/** What a browser may take "localhost" for, before the address above. */
const otherLoopback = '::1'

/**
 * A port of the loopback address that nothing listens on just now. It is not among those that systems give to outgoing
 * connections, so none of these takes it before it is listened on.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST_PORT, FIRST_OUTGOING_PORT)
    const found = await listenOnce(port, loopback).catch((error: unknown) => {
      if (codeOf(error) !== 'EADDRINUSE' && codeOf(error) !== 'EACCES') throw error
    })
    if (found !== undefined) return found
  }
}

/**
 * Fails with a StartupProblem when `port` of the loopback address can't be listened on, or when somebody else would
 * be found there under the name "localhost".
 * `what` names who wants it ("Postgres"), `howToChange` is a command that chooses another one.
 */
export async function assertPortFree(port: number, what: string, howToChange?: string): Promise<void> {
  try {
    await listenOnce(port, loopback)
    await listenOnce(port, otherLoopback).catch(ignoreMissingAddress)
  } catch (error) {
    throw portProblem(error, port, what, howToChange)
  }
}

/** Not every machine speaks IPv6. */
function ignoreMissingAddress(error: unknown): void {
  if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EPROTONOSUPPORT'].includes(codeOf(error))) throw error
}

function portProblem(error: unknown, port: number, what: string, howToChange?: string): unknown {
  const advice = howToChange === undefined ? '' : ` To use another port: ${howToChange}`
  if (codeOf(error) === 'EADDRINUSE') {
    return new StartupProblem(
      `Port ${port}, which ${what} needs, is taken by another program. Stop that program and start again.${advice}`,
    )
  }
  if (codeOf(error) === 'EACCES') {
    return new StartupProblem(
      `Port ${port}, which ${what} needs, is kept by the system for itself; those above 1023 are not.${advice}`,
    )
  }
  return error
}

async function listenOnce(port: number, host: string): Promise<number> {
  const server = createServer()
  server.listen({ port, host, exclusive: true })
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return address.port
}
