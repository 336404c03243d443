import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { userPool } from '@mayfly/config/user-pool'
import type { PostConfirmationTriggerEvent } from 'aws-lambda'
import { openDurableFile } from '../durable-file.ts'
import type { Credentials } from '../sigv4.ts'
import { openCodes, type SavedCodes } from './codes.ts'
import { openLockouts, type SavedLockouts } from './lockouts.ts'
import { type Mail, openMailbox } from './mailbox.ts'
import { openPasswords } from './passwords.ts'
import { openSessions, type Session } from './sessions.ts'
import { openSigningKey } from './signing-key.ts'
import { openTokens } from './tokens.ts'
import { openTurns } from './turns.ts'
import { openUsers, type User } from './users.ts'

export type UserPoolOptions = {
  /** The folder of this part: made with mode 0700, its files with 0600. */
  dataDir: string
  /** The port on 127.0.0.1; any free one when missing or 0. */
  port?: number
  region: string
  poolId: string
  client: { id: string; secret: string; refreshTokenRotation: boolean }
  /** The only credentials that may sign Admin calls. */
  credentials: Credentials
  /** The groups that exist; `moderators` when missing. */
  groups?: readonly string[]
  /** What hashing a password costs: scrypt's N, as strong as is usual when missing. */
  passwordCost?: number | undefined
  /** How long a replaced refresh token still works, for retries: 0 to 60, 30 when missing. */
  retryGracePeriodSeconds?: number
  /** The one clock of the house. */
  now: () => Date
  /** The post-confirmation Lambda. It answers with the event, as on AWS. */
  postConfirmation?: (event: PostConfirmationTriggerEvent) => Promise<unknown>
  /** How long that Lambda may take: 5 when missing, as on AWS. */
  postConfirmationSeconds?: number
}

export type Pool = Awaited<ReturnType<typeof openPool>>

type SavedPool = {
  users: User[]
  sessions: Session[]
  codes: SavedCodes
  lockouts: SavedLockouts
  mails: Mail[]
}

/** Opens everything that the pool remembers. Throws a sentence that says what to do when a file is damaged. */
export async function openPool(options: UserPoolOptions) {
  const { dataDir, region, poolId, client, credentials, groups = [userPool.moderatorsGroup], now } = options
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await chmod(dataDir, 0o700)
  const file = await openDurableFile(join(dataDir, 'user-pool.json'))
  const key = await openSigningKey(join(dataDir, 'signing-key.json'))
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${poolId}`

  const saved = file.saved as SavedPool | undefined
  const users = openUsers(saved?.users)
  const sessions = openSessions(
    saved?.sessions,
    options.retryGracePeriodSeconds ?? userPool.rotationGraceSeconds,
  )
  const codes = openCodes(saved?.codes)
  const lockouts = openLockouts(saved?.lockouts)
  const mailbox = openMailbox(saved?.mails)

  return {
    region,
    poolId,
    issuer,
    client,
    credentials,
    groups,
    now,
    postConfirmation: options.postConfirmation,
    postConfirmationSeconds: options.postConfirmationSeconds ?? 5,
    jwk: key.jwk,
    tokens: openTokens(key, issuer, client.id),
    passwords: openPasswords(options.passwordCost),
    turns: openTurns(),
    users,
    sessions,
    codes,
    lockouts,
    mailbox,
    /** Resolved means: all that happened before the call survives a crash. */
    save: () => file.save(() => ({ users, sessions, codes, lockouts, mails: mailbox })),
  }
}
