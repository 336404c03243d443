import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartupProblem } from '../startup-problem.ts'

const PATIENCE_MS = 2_000
const IDLE_CHECK_MS = 10

/** Opens the server on the loopback address only. Port 0 takes any free one. Returns its origin. */
export async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new StartupProblem(
      `Port ${port} is taken by another program. Stop that program, or choose another port.`,
    )
  })
  const address = server.address() as AddressInfo
  return `http://127.0.0.1:${address.port}`
}

/** Takes no new requests, lets the open ones finish for two seconds, then cuts them. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A connection whose answer ends only after the server was closed would else be kept alive.
  const closing = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
  const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  await closed
  clearInterval(closing)
  clearTimeout(impatience)
}
