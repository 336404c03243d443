import { crc32 } from 'node:zlib'

/** A checksum that grows with each piece of a body. */
export type RunningCrc = {
  update: (chunk: Buffer) => void
  /** Big-endian. */
  digest: () => Buffer
}

export function openCrc32(): RunningCrc {
  let value = 0
  return {
    update: (chunk) => {
      value = crc32(chunk, value)
    },
    digest: () => wordBytes(value),
  }
}

const castagnoli = tableOf32(0x82f63b78)

/** CRC-32C, with Castagnoli's polynomial. */
export function openCrc32c(): RunningCrc {
  let value = 0xffffffff
  return {
    update: (chunk) => {
      let crc = value
      for (const byte of chunk) crc = (castagnoli[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8)
      value = crc
    },
    digest: () => wordBytes(~value >>> 0),
  }
}

const nvme = tableOf64(0x9a6c9329ac4bc9b5n)

/** CRC-64/NVME. In two halves, because arithmetic with big integers is a hundred times slower. */
export function openCrc64nvme(): RunningCrc {
  let high = 0xffffffff
  let low = 0xffffffff
  return {
    update: (chunk) => {
      let [upper, lower] = [high, low]
      for (const byte of chunk) {
        const row = (lower ^ byte) & 0xff
        lower = (nvme.low[row] as number) ^ ((lower >>> 8) | (upper << 24))
        upper = (nvme.high[row] as number) ^ (upper >>> 8)
      }
      high = upper
      low = lower
    },
    digest: () => Buffer.concat([wordBytes(~high >>> 0), wordBytes(~low >>> 0)]),
  }
}

function wordBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function tableOf32(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? polynomial ^ (value >>> 1) : value >>> 1
    return value
  })
}

function tableOf64(polynomial: bigint): { high: Uint32Array; low: Uint32Array } {
  const rows = Array.from({ length: 256 }, (_, byte) => {
    let value = BigInt(byte)
    for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? polynomial ^ (value >> 1n) : value >> 1n
    return value
  })
  return {
    high: Uint32Array.from(rows, (row) => Number(row >> 32n)),
    low: Uint32Array.from(rows, (row) => Number(row & 0xffffffffn)),
  }
}
