import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readDurable, writeDurable } from './durable-file.ts'

/** What this installation alone knows: the secret between the backend and its user pool. */
export interface Installation {
  clientId: string
  clientSecret: string
  /** With it whom requests are counted for is hashed. */
  rateSecret: string
  /** Signs the operators' calls to the embedded parts. */
  accessKeyId: string
  secretAccessKey: string
}

/** Reads the installation's secrets, and makes those that are not there yet. */
export async function openInstallation(dataDir: string): Promise<Installation> {
  const path = join(dataDir, 'installation.json')
  const saved = await readDurable(path)
  const made: Installation = {
    clientId: randomBytes(13).toString('hex'),
    clientSecret: randomBytes(32).toString('base64url'),
    rateSecret: randomBytes(32).toString('base64url'),
    accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  }
  const whole = { ...made, ...(saved as Partial<Installation> | undefined) }
  await writeDurable(path, whole)
  return whole
}
