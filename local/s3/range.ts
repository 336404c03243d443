import { S3Error } from './s3-error.ts'

/** From `start` up to and without `end`. */
export type ByteRange = { start: number; end: number }

/**
 * The part of `size` bytes that a Range header asks for; undefined when it asks for nothing that can be told apart
 * from the whole: no range, several, or no valid one. Throws InvalidRange when it lies outside.
 */
export function readRange(header: string | undefined, size: number): ByteRange | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec((header ?? '').trim())
  if (!match) return undefined
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return undefined
  if (first !== '' && last !== '' && Number(first) > Number(last)) return undefined
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first)
  const end = first === '' || last === '' ? size : Math.min(Number(last) + 1, size)
  if (start < end) return { start, end }
  const details = { ActualObjectSize: String(size), RangeRequested: String(header) }
  throw new S3Error('InvalidRange', 'The requested range is not satisfiable', details)
}
