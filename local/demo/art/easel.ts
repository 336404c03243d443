import { setPriority } from 'node:os'
import sharp from 'sharp'
import { gallery } from './gallery.ts'

/** What the easel is asked for, and what it answers. */
export interface Order {
  number: number
  kind: keyof typeof gallery
  name: string
  /** Dots an inch; at 72 a picture has its own size. */
  density: number
}
export type Delivery = { number: number; jpeg: Uint8Array } | { number: number; problem: string }

/** Somebody may be looking at the site meanwhile. */
const LOW_PRIORITY = 10

sharp.concurrency(1)
setPriority(LOW_PRIORITY)
// Ctrl-C reaches every process of the terminal; this one ends when the house lets go of it.
process.on('SIGINT', () => {})
process.on('message', (order: Order) => {
  void paint(order).then((delivery) => process.send?.(delivery))
})

async function paint({ number, kind, name, density }: Order): Promise<Delivery> {
  try {
    const draw = (gallery[kind] as Record<string, () => string>)[name]
    if (draw === undefined) throw new Error(`There is no ${kind} "${name}" in the gallery.`)
    const jpeg = await sharp(Buffer.from(draw()), { density })
      .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
      .toBuffer()
    return { number, jpeg }
  } catch (error) {
    return { number, problem: String(error) }
  }
}
