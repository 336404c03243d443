import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const DOCUMENT = resolve(import.meta.dirname, '../../docs/cost.md')
const BLOCK = /(?<=```text\n)[^`]*(?=```)/

/** The table in docs/cost.md. */
export const writtenDown = (): string => BLOCK.exec(readFileSync(DOCUMENT, 'utf8'))?.[0] ?? ''

/** Puts another table in its place. */
export function writeDown(table: string): void {
  writeFileSync(
    DOCUMENT,
    readFileSync(DOCUMENT, 'utf8').replace(BLOCK, () => table),
  )
}
