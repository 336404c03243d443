import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { contentTypeOf } from './content-types.ts'
import { compress, type Encoding } from './encodings.ts'

/** A file as one browser gets it. */
export interface SiteFile {
  body: Buffer
  type: string
  etag: string
  encoding?: Encoding
  /** Whether another browser may get other bytes. */
  varies: boolean
}

/** A file in memory, each encoding made once. */
interface Kept {
  version: string
  body: Buffer
  hash: string
  type: string
  isCompressed: boolean
  encoded: Map<Encoding, Promise<Buffer>>
}

const SHORTEST_COMPRESSED_BYTES = 1_000
const LONGEST_COMPRESSED_BYTES = 10_000_000
const LONGEST_MEMORY_BYTES = 32_000_000

/** The files of the built site, as the bucket keeps them and CloudFront compresses them. */
export function openSiteFiles(distDir: string) {
  const root = resolve(distDir)
  const memory = new Map<string, Kept>()
  let keptBytes = 0

  /** The file at a decoded path of the site; undefined when there is none, or when it would lie outside of the site. */
  async function find(path: string, encoding?: Encoding): Promise<SiteFile | undefined> {
    const file = insideOf(root, path)
    const kept = file && (await load(file))
    if (!kept) return undefined
    const { type, hash, isCompressed: varies } = kept
    if (!encoding || !varies) return { body: kept.body, type, etag: `"${hash}"`, varies }
    // CloudFront weakens the tag of what it compresses: the bytes are others, the content is the same.
    return { body: await encodedIn(kept, encoding), type, etag: `W/"${hash}"`, encoding, varies }
  }

  async function load(file: string): Promise<Kept | undefined> {
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const version = `${found.mtimeMs} ${found.size}`
    const before = memory.get(file)
    if (before?.version === version) return before
    const kept = read(await readFile(file), file, version)
    remember(file, kept)
    return kept
  }

  /** Forgets all when there is too much; what is wanted comes back by itself. */
  function remember(file: string, kept: Kept) {
    keptBytes += kept.body.length
    if (keptBytes > LONGEST_MEMORY_BYTES) {
      memory.clear()
      keptBytes = kept.body.length
    }
    memory.set(file, kept)
  }

  return { find }
}

export type SiteFiles = ReturnType<typeof openSiteFiles>

function insideOf(root: string, path: string): string | undefined {
  if (/[\0\\]/.test(path)) return undefined
  const file = join(root, path)
  return file.startsWith(root + sep) ? file : undefined
}

function read(body: Buffer, file: string, version: string): Kept {
  const { type, isText } = contentTypeOf(file)
  const hasFittingSize = body.length >= SHORTEST_COMPRESSED_BYTES && body.length <= LONGEST_COMPRESSED_BYTES
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return { version, body, hash, type, isCompressed: isText && hasFittingSize, encoded: new Map() }
}

function encodedIn(kept: Kept, encoding: Encoding): Promise<Buffer> {
  const made = kept.encoded.get(encoding) ?? compress(kept.body, encoding)
  kept.encoded.set(encoding, made)
  return made
}
