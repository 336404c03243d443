/** An object of the processed bucket. */
export interface StoredObject {
  body: Uint8Array
  contentType: string
  /** What the object says about keeping it; undefined is "do not". */
  cacheControl: string | undefined
  /** In its quotes. */
  etag: string
  lastModified: Date
}

/** Reads one object of the bucket; undefined when there is none. */
export type ReadObject = (key: string) => Promise<StoredObject | undefined>

export interface Served {
  object: StoredObject
  /** How long ago the bucket was asked, in whole seconds. */
  ageSeconds: number
  /** As CloudFront says it in `X-Cache`. */
  how: 'Hit' | 'Miss' | 'RefreshHit'
}

interface Kept {
  object: StoredObject
  readAt: Date
}

const LONGEST_MEMORY_BYTES = 32_000_000

/** The memory of one edge: it keeps what objects allow for as long as they allow, and at most 32 MB. */
export function openEdgeCache(read: ReadObject, now: () => Date, longestBytes = LONGEST_MEMORY_BYTES) {
  // The least recently used comes first.
  const memory = new Map<string, Kept>()
  let bytes = 0

  /** Throws what `read` throws. */
  async function find(key: string): Promise<Served | undefined> {
    const before = memory.get(key)
    if (before && ageOf(before) < secondsToKeep(before.object)) {
      memory.delete(key)
      memory.set(key, before)
      return { object: before.object, ageSeconds: Math.floor(ageOf(before)), how: 'Hit' }
    }
    const readAt = now()
    const object = await read(key)
    forget(key)
    if (!object) return undefined
    if (secondsToKeep(object) > 0) keep(key, { object, readAt })
    return { object, ageSeconds: 0, how: before?.object.etag === object.etag ? 'RefreshHit' : 'Miss' }
  }

  function keep(key: string, kept: Kept) {
    if (kept.object.body.length > longestBytes) return
    memory.set(key, kept)
    bytes += kept.object.body.length
    for (const oldest of memory.keys()) {
      if (bytes <= longestBytes) return
      forget(oldest)
    }
  }

  function forget(key: string) {
    bytes -= memory.get(key)?.object.body.length ?? 0
    memory.delete(key)
  }

  const ageOf = ({ readAt }: Kept) => Math.max(0, (now().getTime() - readAt.getTime()) / 1000)

  return { find }
}

export type EdgeCache = ReturnType<typeof openEdgeCache>

/** An edge obeys `s-maxage` before `max-age`. */
function secondsToKeep({ cacheControl = '' }: StoredObject): number {
  if (/\b(no-store|no-cache|private)\b/i.test(cacheControl)) return 0
  const forEdges = /\bs-maxage=(\d+)/i.exec(cacheControl)
  const forAll = /\bmax-age=(\d+)/i.exec(cacheControl)
  return Number((forEdges ?? forAll)?.[1] ?? 0)
}
