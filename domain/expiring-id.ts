const EPOCH_SECONDS = Date.UTC(2025, 0, 1) / 1000
const LATEST_SECONDS = EPOCH_SECONDS + 0xffff_ffff
const RANDOM_BITS = 42n

/**
 * The id of a post or a message, made to tell its own end: a UUIDv8 (RFC 9562, section 5.8) of
 * creation time in ms (48 bits), expiry in seconds since 2025-01-01 (32 bits) and 42 random bits.
 * Ids sort by creation time, as text and as Postgres compares them.
 * @param random at least 42 random bits; only the lowest 42 are used
 */
export function expiringId(createdAt: Date, expiresAt: Date, random: bigint): string {
  const expirySeconds = Math.floor(expiresAt.getTime() / 1000)
  if (expirySeconds < EPOCH_SECONDS || expirySeconds > LATEST_SECONDS)
    throw new RangeError('An expiry in an id lies between 2025 and 2161.')
  const milliseconds = BigInt(createdAt.getTime())
  const expiry = BigInt(expirySeconds - EPOCH_SECONDS)
  const version = 8n
  const variant = 2n
  const high = (milliseconds << 16n) | (version << 12n) | (expiry >> 20n)
  const low = (variant << 62n) | ((expiry & 0xfffffn) << RANDOM_BITS) | BigInt.asUintN(42, random)
  return withDashes(hex(high) + hex(low))
}

/** When what it names is over, to the second; undefined when this is no such id. */
export function expiryOf(id: string): Date | undefined {
  const digits = digitsOf(id)
  if (digits === undefined) return undefined
  const highPart = BigInt(`0x${digits.slice(13, 16)}`)
  const lowPart = (BigInt(`0x${digits.slice(16)}`) >> RANDOM_BITS) & 0xfffffn
  const seconds = Number((highPart << 20n) | lowPart)
  return new Date((EPOCH_SECONDS + seconds) * 1000)
}

/** When what it names was written, to the millisecond; undefined when this is no such id. */
export function creationOf(id: string): Date | undefined {
  const digits = digitsOf(id)
  return digits === undefined ? undefined : new Date(Number.parseInt(digits.slice(0, 12), 16))
}

/** 32 hexadecimal digits of a well-formed UUIDv8. */
function digitsOf(id: string): string | undefined {
  const isVersion8 = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(id)
  return isVersion8 ? id.replaceAll('-', '') : undefined
}

const hex = (bits: bigint) => bits.toString(16).padStart(16, '0')

const withDashes = (digits: string) => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
