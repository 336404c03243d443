import { limits } from '@mayfly/contract/limits'
import type { Page } from '@mayfly/contract/pages'
import { exportHorizon } from '@mayfly/domain/exports'
import type { Stores } from '@mayfly/storage/stores'

/** Whose export it is, and how it is read. */
export interface Source {
  stores: Stores
  personId: string
  email: string | null
  now: () => Date
  /** The earliest end of what was read so far. */
  firstEnd: Date | undefined
}

interface PageRequest {
  cursor?: string | undefined
  limit: number
}

export type ReadPage<Item> = (
  stores: Stores,
  personId: string,
  page: PageRequest,
  at: Date,
) => Promise<Page<Item>>

/** All items of a list, a page at a time. What ends within the hour is not among them; when the first of them ends is noted. */
export async function* allOf<Item extends object>(
  source: Source,
  read: ReadPage<Item>,
): AsyncGenerator<Item> {
  let cursor: string | undefined
  do {
    const { stores, personId, now } = source
    const request = { cursor, limit: limits.pageLongest }
    const page = await read(stores, personId, request, exportHorizon(now()))
    for (const item of page.items) {
      noteEnd(source, item)
      yield item
    }
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}

function noteEnd(source: Source, item: { expiresAt?: string | null }): void {
  if (!item.expiresAt) return
  const end = new Date(item.expiresAt)
  if (source.firstEnd === undefined || end < source.firstEnd) source.firstEnd = end
}
