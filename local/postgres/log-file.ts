import { createWriteStream, renameSync, statSync } from 'node:fs'
import type { Readable } from 'node:stream'

const maximumBytes = 1_000_000
const keptLines = 15

/** Postgres's log: at most two files of a megabyte, and the last lines at hand for telling what went wrong. */
export interface LogFile {
  path: string
  lastLines(): string
}

/** Writes what comes out of `output` to the file at `path`, after what is there already. */
export function writeLog(path: string, output: Readable): LogFile {
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  let file = createWriteStream(path, { flags: 'a', mode: 0o600 })
  let recent: string[] = []
  // A disk that is full must not take the product down with its log.
  const giveUp = () => undefined
  file.on('error', giveUp)
  output.setEncoding('utf8').on('data', (text: string) => {
    recent = [...recent, ...text.split('\n').filter((line) => line !== '')].slice(-keptLines)
    if (size > maximumBytes) {
      file.end()
      renameSync(path, `${path}.old`)
      file = createWriteStream(path, { flags: 'a', mode: 0o600 })
      file.on('error', giveUp)
      size = 0
    }
    size += Buffer.byteLength(text)
    file.write(text)
  })
  output.on('close', () => file.end())
  return { path, lastLines: () => recent.join('\n') }
}
