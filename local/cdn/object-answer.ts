import type { IncomingMessage } from 'node:http'
import { isKnown, isUnchanged } from '../cloudfront/conditions.ts'
import type { Answer } from '../gateway/answer.ts'
import { byteRange } from './byte-range.ts'
import type { StoredObject } from './edge-cache.ts'

/** An object as the request wants it: whole, a part of it, or the word that the browser has it already. */
export function objectAnswer(object: StoredObject, request: IncomingMessage): Answer {
  const body = Buffer.from(object.body.buffer, object.body.byteOffset, object.body.byteLength)
  const headers: Answer['headers'] = [
    ['etag', object.etag],
    ['last-modified', object.lastModified.toUTCString()],
    ['accept-ranges', 'bytes'],
  ]
  if (object.cacheControl) headers.push(['cache-control', object.cacheControl])
  if (hasIt(object, request)) return { status: 304, headers, body: Buffer.alloc(0) }
  const range = wantsPart(object, request) ? byteRange(request.headers.range, body.length) : undefined
  if (range === 'unsatisfiable') return unsatisfiable(body.length)
  headers.push(['content-type', object.contentType])
  if (range === undefined) return { status: 200, headers, body }
  headers.push(['content-range', `bytes ${range.first}-${range.last}/${body.length}`])
  return { status: 206, headers, body: body.subarray(range.first, range.last + 1) }
}

/** The tag is the better witness: beside it, the date is not heard. */
function hasIt({ etag, lastModified }: StoredObject, { headers }: IncomingMessage): boolean {
  const tags = headers['if-none-match']
  return tags === undefined ? isUnchanged(lastModified, headers['if-modified-since']) : isKnown(etag, tags)
}

/** A browser that goes on with a download says what it has; when that is something else, it gets the whole. */
function wantsPart({ etag, lastModified }: StoredObject, { method, headers }: IncomingMessage): boolean {
  const ifRange = headers['if-range']
  const isSame = ifRange === undefined || ifRange === etag || ifRange === lastModified.toUTCString()
  return method === 'GET' && isSame
}

function unsatisfiable(length: number): Answer {
  const headers: Answer['headers'] = [
    ['content-range', `bytes */${length}`],
    ['cache-control', 'no-store'],
  ]
  return { status: 416, headers, body: Buffer.alloc(0) }
}
