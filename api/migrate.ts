import { readOwnerUrl } from '@mayfly/config/owner'
import { migrate } from '@mayfly/storage/migrate'
import { pino, stdTimeFunctions } from 'pino'

/** A process of its own, for a task that runs once before a new version: it ends with 0 when the database is up to date. */
const log = pino({ timestamp: stdTimeFunctions.isoTime })

try {
  const applied = await migrate(readOwnerUrl())
  log.info({ applied }, applied.length > 0 ? 'the database is up to date now' : 'the database was up to date')
} catch (error) {
  log.fatal({ err: error }, 'the database was not brought up to date')
  process.exitCode = 1
}
