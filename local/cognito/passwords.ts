import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

export type PasswordHash = { cost: number; blockSize: number; parallel: number; salt: string; hash: string }

const usual = { blockSize: 8, parallel: 1 }
const USUAL_COST = 2 ** 15
const hashLength = 32

export type Passwords = ReturnType<typeof openPasswords>

/**
 * Hashes passwords with scrypt, each with a salt of its own.
 * @param cost scrypt's N. The usual one takes about 0.1 s and 32 MiB of memory.
 */
export function openPasswords(cost = USUAL_COST) {
  /** Stands in for the hash of a user who does not exist: the check takes as long and always fails. */
  const nobodysHash: PasswordHash = { ...usual, cost, salt: randomText(16), hash: randomText(hashLength) }

  return {
    hash: async (password: string): Promise<PasswordHash> => {
      const settings = { ...usual, cost, salt: randomText(16) }
      const hash = await derive(password, settings)
      return { ...settings, hash: hash.toString('base64') }
    },
    /** Tells whether the password is the hashed one. Takes as long when there is no hash. */
    isRight: async (password: string, hash: PasswordHash = nobodysHash): Promise<boolean> => {
      const derived = await derive(password, hash)
      return timingSafeEqual(derived, Buffer.from(hash.hash, 'base64'))
    },
  }
}

async function derive(password: string, settings: Omit<PasswordHash, 'hash'>): Promise<Buffer> {
  const { cost, blockSize, parallel } = settings
  const options = { N: cost, r: blockSize, p: parallel, maxmem: 256 * cost * blockSize }
  await takeSlot()
  try {
    return await new Promise((resolve, reject) => {
      const salt = Buffer.from(settings.salt, 'base64')
      scrypt(password, salt, hashLength, options, (error, key) => (error ? reject(error) : resolve(key)))
    })
  } finally {
    releaseSlot()
  }
}

// Two hashes at a time keep both memory and the thread pool free for the rest of the house.
let freeSlots = 2
const waiting: (() => void)[] = []

async function takeSlot(): Promise<void> {
  if (freeSlots > 0) {
    freeSlots -= 1
    return
  }
  await new Promise<void>((resolve) => waiting.push(resolve))
}

function releaseSlot(): void {
  const next = waiting.shift()
  if (next) next()
  else freeSlots += 1
}

function randomText(length: number): string {
  return randomBytes(length).toString('base64')
}
