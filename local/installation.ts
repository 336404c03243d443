import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What this installation alone knows: the secret between the backend and its user pool. */
export interface Installation {
  clientId: string
  clientSecret: string
  /** Signs the operators' calls to the embedded parts. */
  accessKeyId: string
  secretAccessKey: string
}

/** Reads the installation's secrets, and makes them on the first start. */
export async function openInstallation(dataDir: string): Promise<Installation> {
  const file = join(dataDir, 'installation.json')
  const saved = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (saved !== undefined) return JSON.parse(saved) as Installation
  const made: Installation = {
    clientId: randomBytes(13).toString('hex'),
    clientSecret: randomBytes(32).toString('base64url'),
    accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  }
  await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
  return made
}
