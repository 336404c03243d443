import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { ways } from './picture-ways.ts'

const run = promisify(execFile)
const ROUNDS = 15

/** The three variants of a photo: how many a second, and how much memory, beside bare sharp and vipsthumbnail. */
const folder = await mkdtemp(join(tmpdir(), 'mayfly-bench-'))
try {
  const isInstalled = await run('vipsthumbnail', ['--version']).then(
    () => true,
    () => false,
  )
  const names = Object.keys(ways).filter((name) => isInstalled || name !== 'vipsthumbnail')
  for (const [title, file] of Object.entries(await takePhotos())) await compare(title, file, names)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function compare(title: string, file: string, names: string[]) {
  const milliseconds = await bestTimes(file, names)
  const limit = milliseconds['bare sharp'] ?? Number.NaN
  console.log(`\n${title}`)
  for (const name of names) {
    const taken = milliseconds[name] ?? Number.NaN
    const speed = `${(1000 / taken).toFixed(2).padStart(6)}/s   ${(taken / limit).toFixed(2)} times as long as "bare sharp"`
    console.log(`  ${name.padEnd(34)} ${speed}   ${await mostMegabytes(name, file)}`)
  }
}

/** The ways take turns, and the best of each counts: whatever else the machine does only ever takes time. */
async function bestTimes(file: string, names: string[]): Promise<Record<string, number>> {
  const best = new Map(names.map((name) => [name, Number.POSITIVE_INFINITY]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, time] of best) {
      const startedAt = performance.now()
      await ways[name]?.(file)
      best.set(name, Math.min(time, performance.now() - startedAt))
    }
  }
  return Object.fromEntries(best)
}

/** The most memory of a fresh process that does it once, Node included. A program of its own is not measured. */
async function mostMegabytes(name: string, file: string): Promise<string> {
  if (name === 'vipsthumbnail') return ''
  const script = fileURLToPath(new URL('./picture-memory.ts', import.meta.url))
  const { stdout } = await run(process.execPath, [script, name, file])
  return `at most ${stdout.trim()} MB`
}

/** Photos with grain and soft shapes, as cameras make them. */
async function takePhotos() {
  const take = async (name: string, width: number, height: number) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
    const shapes = await sharp({
      create: { width: 500, height: 375, channels: 3, background: '#888', noise },
    })
      .blur(3)
      .png()
      .toBuffer()
    const path = join(folder, name)
    const photo = sharp(shapes).resize(width, height, { kernel: 'cubic' })
    await writeFile(path, await photo.toFormat(name.endsWith('png') ? 'png' : 'jpeg').toBuffer())
    return path
  }
  return {
    'A JPEG of 12 megapixels': await take('12.jpg', 4000, 3000),
    'A JPEG of 48 megapixels': await take('48.jpg', 8000, 6000),
    'A PNG of 12 megapixels': await take('12.png', 4000, 3000),
  }
}
