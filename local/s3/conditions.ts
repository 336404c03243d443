import type { Condition } from './changes.ts'
import type { Headers } from './digests.ts'
import type { StoredObject } from './objects.ts'
import { S3Error } from './s3-error.ts'

/** Whether the conditions of a read hold: send the object, say that it is unchanged, or refuse. Source: RFC 9110, section 13.2.2. */
export function readConditions(headers: Headers, object: StoredObject): 'send' | 'unchanged' | 'refuse' {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  const changedAt = Math.floor(object.modifiedAt / 1000) * 1000
  const since = timeOf(headers['if-modified-since'])
  const until = timeOf(headers['if-unmodified-since'])
  if (match !== undefined && !isListed(match, object.etag)) return 'refuse'
  if (match === undefined && until !== undefined && changedAt > until) return 'refuse'
  if (noneMatch !== undefined) return isListed(noneMatch, object.etag) ? 'unchanged' : 'send'
  return since !== undefined && changedAt <= since ? 'unchanged' : 'send'
}

/** The conditions of a write. Throws NotImplemented for those that S3 does not know there. */
export function writeCondition(headers: Headers): Condition {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (noneMatch !== undefined && noneMatch.trim() !== '*') {
    throw new S3Error(
      'NotImplemented',
      'A header you provided implies functionality that is not implemented',
      {
        Header: 'If-None-Match',
      },
    )
  }
  return (current) => {
    if (noneMatch !== undefined && current) throw preconditionFailed('If-None-Match')
    if (match === undefined) return
    if (!current) throw noSuchKey()
    if (!isListed(match, current.etag)) throw preconditionFailed('If-Match')
  }
}

function isListed(list: string, etag: string): boolean {
  const tags = list.split(',').map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''))
  return tags.includes('*') || tags.includes(etag)
}

/** A date that can't be read does not count. */
export function timeOf(date: string | undefined): number | undefined {
  const time = Date.parse(date ?? '')
  return Number.isNaN(time) ? undefined : time
}

export function preconditionFailed(condition: string): S3Error {
  const message = 'At least one of the pre-conditions you specified did not hold'
  return new S3Error('PreconditionFailed', message, { Condition: condition })
}

export function noSuchKey(key?: string): S3Error {
  return new S3Error('NoSuchKey', 'The specified key does not exist.', key === undefined ? {} : { Key: key })
}
