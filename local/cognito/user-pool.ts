import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Mailbox } from './mailbox.ts'
import { openPool, type UserPoolOptions } from './pool.ts'
import { openWire } from './wire.ts'

export type UserPool = {
  /** The endpoint for the AWS SDK's client. */
  url: string
  /** The issuer in every token: Cognito's own, which is not an address here. */
  issuer: string
  /** Where this pool's public key is read. */
  jwksUrl: string
  mailbox: Pick<Mailbox, 'list' | 'forget'>
  /** Answers what has come in, then ends all connections; resolved when everything is written. */
  stop: () => Promise<void>
}

/**
 * Starts an embedded Cognito user pool on 127.0.0.1: the AWS SDK's client works against it unchanged.
 * Throws a sentence that says what to do when the port is taken or a file is damaged.
 */
export async function startUserPool(options: UserPoolOptions): Promise<UserPool> {
  const pool = await openPool(options)
  const { server, settle } = openWire(pool)
  const port = await listen(server, options.port ?? 0)
  const url = `http://127.0.0.1:${port}`
  let stopping: Promise<void> | undefined

  async function close(): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    await settle()
    server.closeAllConnections()
    await closed
  }

  return {
    url,
    issuer: pool.issuer,
    jwksUrl: `${url}/${pool.poolId}/.well-known/jwks.json`,
    mailbox: { list: pool.mailbox.list, forget: pool.mailbox.forget },
    stop: () => {
      stopping ??= close()
      return stopping
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} of 127.0.0.1, for the embedded user pool, is taken. Stop what uses it.`)
  }
  return (server.address() as AddressInfo).port
}
