import { createHmac } from 'node:crypto'
import { type Input, optionalText, requiredText } from './input.ts'
import type { Pool } from './pool.ts'
import { sameText } from './same-text.ts'
import { WireError } from './wire-error.ts'

/** Reads the name of the person in an unsigned call and checks that the client with the secret asks. */
export function readUsername(pool: Pool, input: Input): string {
  checkClientId(pool, input)
  const username = requiredText(input, 'Username', { max: 128, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u })
  checkSecretHash(pool, username, optionalText(input, 'SecretHash', { max: 128 }))
  return username
}

/** Throws ResourceNotFoundException unless the call names the pool's one client. */
export function checkClientId(pool: Pool, input: Input): void {
  const clientId = requiredText(input, 'ClientId', { max: 128, pattern: /^[\w+]+$/ })
  if (clientId !== pool.client.id) {
    throw new WireError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`)
  }
}

/** Throws NotAuthorizedException unless `hash` is the HMAC of the username and client id under the secret. */
export function checkSecretHash(pool: Pool, username: string, hash: string | undefined): void {
  const { id, secret } = pool.client
  if (hash === undefined) {
    const message = `Client ${id} is configured with secret but SECRET_HASH was not received`
    throw new WireError('NotAuthorizedException', message)
  }
  const expected = createHmac('sha256', secret).update(`${username}${id}`).digest('base64')
  if (!sameText(expected, hash)) {
    throw new WireError('NotAuthorizedException', `Unable to verify secret hash for client ${id}`)
  }
}

export function isClientSecret(pool: Pool, given: string | undefined): boolean {
  return given !== undefined && sameText(pool.client.secret, given)
}
