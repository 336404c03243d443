/** From the first byte to the last, both included. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * The one range of bytes that a `Range` header asks for, cut to what there is.
 * Undefined when the whole is to be sent: no range, several, or words that make no sense (RFC 9110, section 14.2).
 */
export function byteRange(
  header: string | undefined,
  length: number,
): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null) return undefined
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return undefined
  if (from === '') return within(Math.max(0, length - Number(to)), length - 1, length)
  if (to !== '' && Number(to) < Number(from)) return undefined
  return within(Number(from), to === '' ? length - 1 : Number(to), length)
}

function within(first: number, last: number, length: number): ByteRange | 'unsatisfiable' {
  return first < length ? { first, last: Math.min(last, length - 1) } : 'unsatisfiable'
}
