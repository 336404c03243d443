import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Where a PNG's signature and its first chunk end. */
const HEADER_END = 33

export type Colour = readonly [red: number, green: number, blue: number]

export const red: Colour = [220, 30, 30]
export const green: Colour = [30, 180, 60]
export const blue: Colour = [40, 60, 220]
export const yellow: Colour = [240, 220, 40]

/** A picture of one colour. */
export const plain = (width: number, height: number, [r, g, b]: Colour = red): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { r, g, b } } })

/** Four colours, each in its corner: which side is up is to be seen. */
export function quartered(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isLeft = x < width / 2
      const colour = y < height / 2 ? (isLeft ? red : green) : isLeft ? blue : yellow
      data.set(colour, (y * width + x) * 3)
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** What a phone writes into a photo besides the photo. */
export const asFromPhone = (picture: Sharp, orientation: number): Sharp =>
  picture
    .withExif({
      IFD0: { Make: 'A phone', Artist: 'Ada', Orientation: String(orientation) },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
    })
    .withMetadata({ orientation })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>home</place></x:xmpmeta>')

/** Frames of changing colours, to be written as a GIF or a WebP. */
export async function moving(frames: number, width: number, height: number): Promise<Sharp> {
  const colours = [red, green, blue, yellow]
  const pictures = Array.from({ length: frames }, (_, frame) =>
    plain(width, height, colours[frame % colours.length])
      .png()
      .toBuffer(),
  )
  return sharp(await Promise.all(pictures), { join: { animated: true } })
}

/** A whole and valid PNG of one colour: a few bytes that claim, and would fill, very many pixels. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const bytesInRow = 1 + Math.ceil(width / 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(bytesInRow * height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The same PNG with something more behind its header. */
export const withChunks = (png: Buffer, chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)])

/** A chunk of a PNG: its length, its name, its data and its checksum. */
export function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(data.length, 0)
  numbers.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)])
}

/** An animated WebP of tiny frames, as many as are asked for. */
export async function flickering(frames: number): Promise<Buffer> {
  const dot = (await plain(1, 1).webp().toBuffer()).subarray(RIFF_HEAD_BYTES)
  // At the left above, one by one pixel, for ten milliseconds.
  const frame = riffChunk('ANMF', Buffer.concat([Buffer.alloc(12), Buffer.from([10, 0, 0, 0]), dot]))
  const chunks = [
    riffChunk('VP8X', Buffer.from([2, 0, 0, 0, 15, 0, 0, 15, 0, 0])),
    riffChunk('ANIM', Buffer.alloc(6)),
    ...Array<Buffer>(frames).fill(frame),
  ]
  return riffChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]))
}

const RIFF_HEAD_BYTES = 12

/** A chunk of a WebP: its name, its length and its data, of which there is an even number of bytes. */
function riffChunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)])
}
