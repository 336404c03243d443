import type { Credentials } from '../sigv4.ts'
import { openCommits } from './commits.ts'
import { openLevel } from './level.ts'
import { openReaders } from './readers.ts'

export type DynamoDbOptions = {
  /** The folder of this part: made with mode 0700. */
  dataDir: string
  region: string
  /** The only credentials that may sign. */
  credentials: Credentials
  /** The port on 127.0.0.1; any free one when missing or 0. */
  port?: number
  /** The one clock of the house, for expiry, streams and tokens. Signatures and shard iterators go by the machine's clock, as the SDK does. */
  now: () => Date
  /** Told of errors that are our own fault; the caller got InternalServerError. */
  onError?: (error: unknown) => void
  /** Called after a commit that wrote stream records, so that nobody has to wait for them. */
  onRecords?: () => void
}

export type Store = Awaited<ReturnType<typeof openStore>>

/** Opens everything that the tables remember. */
export async function openStore(options: DynamoDbOptions) {
  const { dataDir, region, credentials, now, onError = () => {}, onRecords = () => {} } = options
  const level = await openLevel(dataDir)
  const commits = openCommits({ level, region, now, onRecords })
  const { read, settle } = openReaders(level)
  return {
    region,
    credentials,
    now,
    onError,
    level,
    read,
    commit: commits.commit,
    commits,
    settleReaders: settle,
    close: async () => {
      await commits.settle()
      await settle()
      await level.close()
    },
  }
}
