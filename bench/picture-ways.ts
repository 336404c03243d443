import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { variants } from '@mayfly/domain/pictures'
import sharp from 'sharp'

const run = promisify(execFile)

/** Ways to make the variants of a photo. What ours imports sets sharp to one thread, so a process that compares gives all the same. */
export const ways: Record<string, (file: string) => Promise<unknown>> = {
  'process-image': async (file) => {
    const { makeVariants } = await import('@mayfly/lambdas/image/make-variants')
    return makeVariants(await readFile(file), 'photo')
  },

  /** The least work that ends in the same three files: no look beforehand, no bounds, no placeholder. */
  'bare sharp': async (file) => {
    const { data, info } = await sharp(await readFile(file))
      .autoOrient()
      .resize(1280)
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (const { width } of variants.photo)
      await sharp(data, { raw: info }).resize(width).webp({ quality: 80 }).toBuffer()
  },

  /** As its guide shows it. */
  'bare sharp, a decoding for each': async (file) => {
    const bytes = await readFile(file)
    for (const { width } of variants.photo)
      await sharp(bytes).autoOrient().resize(width).webp({ quality: 80 }).toBuffer()
  },

  vipsthumbnail: async (file) => {
    for (const { width } of variants.photo)
      await run('vipsthumbnail', [file, '--size', `${width}x`, '-o', `%s-${width}.webp[Q=80,strip]`])
  },
}
