import type { Table } from './tables.ts'

/** The range of all rows with one beginning. */
export type Rows = { gte: string; lt: string }

const afterAll = '\x7f'

/** All rows that begin with a text; none holds a character beyond `~`. */
export function rowsOf(prefix: string): Rows {
  return { gte: prefix, lt: `${prefix}${afterAll}` }
}

/** What version wrote the folder. */
export const versionRow = 'version'
/** The highest sequence number that was ever given to a stream record. */
export const sequenceRow = 'sequence'

/** Tables by name. Everything else of a table goes by its id, so that one made anew starts empty. */
export const tablePrefix = 'table~'
export const tableRow = (name: string) => `${tablePrefix}${name}`

/** Tables that are gone, by id; their rows are still to be removed. */
export const goneTablePrefix = 'gone~'
export const goneTableRow = (id: string) => `${goneTablePrefix}${id}`

export const itemPrefix = ({ id }: Pick<Table, 'id'>) => `item~${id}~`
export const itemRow = (table: Table, key: string) => `${itemPrefix(table)}${key}`

export const indexPrefix = ({ id }: Pick<Table, 'id'>, index = '') =>
  index === '' ? `index~${id}~` : `index~${id}~${index}~`

export const recordPrefix = ({ id }: Pick<Table, 'id'>) => `record~${id}~`
export const recordRow = (table: Table, sequence: number) =>
  `${recordPrefix(table)}${String(sequence).padStart(16, '0')}`

/** The highest sequence number that was trimmed from a table's stream. */
export const trimmedRow = ({ id }: Pick<Table, 'id'>) => `trimmed~${id}`

/** Items that are to expire, in the order of their time. */
export const expiryPrefix = ({ id }: Pick<Table, 'id'>) => `expiry~${id}~`
export const expiryRow = (table: Table, seconds: number, key: string) =>
  `${expiryPrefix(table)}${paddedSeconds(seconds)}~${key}`
export const paddedSeconds = (seconds: number) => String(seconds).padStart(12, '0')

/** Requests that were answered under a token of the client, which must not act twice. */
export const tokenPrefix = 'token~'
export const tokenRow = (token: string) => `${tokenPrefix}${token}`
