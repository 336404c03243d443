import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { openDurableFile } from '../durable-file.ts'

export type SigningKey = {
  privateKey: KeyObject
  publicKey: KeyObject
  keyId: string
  /** The public half, as the JWKS address shows it. */
  jwk: object
}

type SavedKey = { pem: string }

const generate = promisify(generateKeyPair)

/**
 * Opens the installation's RS256 key, made on the first start and kept with mode 0600.
 * Throws a sentence that says what to do when the file is damaged.
 */
export async function openSigningKey(path: string): Promise<SigningKey> {
  const file = await openDurableFile(path)
  const saved = file.saved as SavedKey | undefined
  const { pem } = saved ?? (await makeKey())
  if (!saved) await file.save(() => ({ pem }))
  const privateKey = createPrivateKey(pem)
  const publicKey = createPublicKey(privateKey)
  const { e, kty, n } = publicKey.export({ format: 'jwk' })
  // RFC 7638: the key's own thumbprint names it, so the name never differs from the key.
  const keyId = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url')
  return { privateKey, publicKey, keyId, jwk: { alg: 'RS256', e, kid: keyId, kty, n, use: 'sig' } }
}

async function makeKey(): Promise<SavedKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 })
  return { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
