import { afterEach, describe, expect, it } from 'vitest'
import { callSigned } from './signed-call-for-tests.ts'
import { Bucket, closeStores, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const Key = 'digits'

async function openDigits() {
  const house = await openHouse()
  house.setClock(new Date('2030-01-02T03:04:05.678Z'))
  const { ETag = '' } = await house.client.putObject({ Bucket, Key, Body: '0123456789' })
  return { ...house, client: house.client, url: house.store.url, ETag }
}

describe('a range', () => {
  it.each([
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-100', '0123456789', 'bytes 0-9/10'],
  ])('%s brings just that part', async (Range, text, ContentRange) => {
    const { client } = await openDigits()
    const got = await client.getObject({ Bucket, Key, Range })
    expect(got).toMatchObject({
      ContentRange,
      ContentLength: text.length,
      $metadata: { httpStatusCode: 206 },
    })
    expect(await got.Body?.transformToString()).toBe(text)
    expect(await client.headObject({ Bucket, Key, Range })).toMatchObject({ ContentRange })
  })

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s lies outside and is refused', async (Range) => {
    const { client } = await openDigits()
    const refused = client.getObject({ Bucket, Key, Range })
    await expect(refused).rejects.toMatchObject({ name: 'InvalidRange', $metadata: { httpStatusCode: 416 } })
  })

  it.each(['bytes=4-2', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes=0-1,3-4', `bytes=${'9'.repeat(40)}-`])(
    '%s is none, and the whole comes',
    async (Range) => {
      const { client } = await openDigits()
      const got = await client.getObject({ Bucket, Key, Range })
      expect(got).toMatchObject({ ContentLength: 10, $metadata: { httpStatusCode: 200 } })
    },
  )

  it('of an empty object is refused', async () => {
    const { client } = await openDigits()
    await client.putObject({ Bucket, Key: 'empty', Body: Buffer.alloc(0) })
    const refused = client.getObject({ Bucket, Key: 'empty', Range: 'bytes=0-' })
    await expect(refused).rejects.toMatchObject({ name: 'InvalidRange' })
  })

  it('counts only for the version that If-Range names', async () => {
    const { url, ETag } = await openDigits()
    const get = (ifRange: string) => {
      const headers = { range: 'bytes=0-1', 'if-range': ifRange }
      return callSigned(url, { method: 'GET', path: `/raw/${Key}`, headers })
    }
    expect(await get(ETag)).toMatchObject({ status: 206, text: '01' })
    expect(await get('"other"')).toMatchObject({ status: 200, text: '0123456789' })
    expect(await get('Wed, 02 Jan 2030 03:04:05 GMT')).toMatchObject({ status: 206 })
    expect(await get('Wed, 02 Jan 2030 03:04:04 GMT')).toMatchObject({ status: 200 })
  })
})

describe('a conditional read', () => {
  const [before, same, after] = ['2030-01-02T03:04:04Z', '2030-01-02T03:04:05Z', '2030-01-02T03:04:06Z'].map(
    (text) => new Date(text),
  ) as [Date, Date, Date]

  it.each([
    ['If-Match of its tag', (ETag: string) => ({ IfMatch: ETag }), 200],
    ['If-Match of any', () => ({ IfMatch: '*' }), 200],
    ['If-Match of a list', (ETag: string) => ({ IfMatch: `"x", ${ETag}` }), 200],
    ['If-Match of another', () => ({ IfMatch: '"x"' }), 412],
    ['If-None-Match of its tag', (ETag: string) => ({ IfNoneMatch: ETag }), 304],
    ['If-None-Match of another', () => ({ IfNoneMatch: '"x"' }), 200],
    ['If-Modified-Since before', () => ({ IfModifiedSince: before }), 200],
    ['If-Modified-Since the same second', () => ({ IfModifiedSince: same }), 304],
    ['If-Modified-Since after', () => ({ IfModifiedSince: after }), 304],
    ['If-Unmodified-Since before', () => ({ IfUnmodifiedSince: before }), 412],
    ['If-Unmodified-Since the same second', () => ({ IfUnmodifiedSince: same }), 200],
    [
      'If-Match that holds, If-Unmodified-Since that does not',
      (ETag: string) => ({ IfMatch: ETag, IfUnmodifiedSince: before }),
      200,
    ],
    [
      'If-None-Match that holds, If-Modified-Since that does not',
      () => ({ IfNoneMatch: '"x"', IfModifiedSince: after }),
      200,
    ],
  ] as [string, (ETag: string) => object, number][])('with %s', async (_, conditionsFor, status) => {
    const { client, ETag } = await openDigits()
    const input = { Bucket, Key, ...conditionsFor(ETag) }
    for (const read of [() => client.getObject(input), () => client.headObject(input)]) {
      const found = await read().catch((error) => error)
      expect(found.$metadata.httpStatusCode).toBe(status)
    }
  })

  it('that finds nothing new says so without a body, with the tag', async () => {
    const { url, ETag } = await openDigits()
    const headers = { 'if-none-match': ETag }
    const answer = await callSigned(url, { method: 'GET', path: `/raw/${Key}`, headers })
    expect(answer).toMatchObject({ status: 304, text: '', headers: { etag: ETag } })
    expect(answer.headers['content-length']).toBeUndefined()
  })
})

describe('a conditional write', () => {
  const held = { name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } }

  it('with If-None-Match: * makes an object once, whoever else tries at the same time', async () => {
    const house = await openDigits()
    const put = (Body: string) => house.client.putObject({ Bucket, Key: 'new', Body, IfNoneMatch: '*' })
    const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(put))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(put('f')).rejects.toMatchObject(held)
    expect(await house.blobs()).toBe(2)
    const tagged = house.client.putObject({ Bucket, Key, Body: 'x', IfNoneMatch: '"x"' })
    await expect(tagged).rejects.toMatchObject({ name: 'NotImplemented' })
  })

  it('with If-Match replaces or removes only the version it names', async () => {
    const { client, ETag } = await openDigits()
    await expect(client.putObject({ Bucket, Key, Body: 'x', IfMatch: '"x"' })).rejects.toMatchObject(held)
    const missing = client.putObject({ Bucket, Key: 'nope', Body: 'x', IfMatch: ETag })
    await expect(missing).rejects.toMatchObject({ name: 'NoSuchKey' })
    await expect(client.deleteObject({ Bucket, Key, IfMatch: '"x"' })).rejects.toMatchObject(held)
    const { ETag: next } = await client.putObject({ Bucket, Key, Body: 'new', IfMatch: ETag })
    await client.deleteObject({ Bucket, Key, IfMatch: next })
    await expect(client.headObject({ Bucket, Key })).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('an error', () => {
  it('is XML with S3’s code, in which nothing of the request is markup', async () => {
    const { url } = await openDigits()
    const answer = await callSigned(url, { method: 'GET', path: '/raw/%3Cb%3E%26%22?a=%3Cscript%3E' })
    expect(answer).toMatchObject({ status: 501, code: 'NotImplemented' })
    expect(answer.headers['content-type']).toBe('application/xml')
    expect(answer.headers['x-amz-request-id']).toMatch(/^[0-9A-F]{16}$/)
    const missing = await callSigned(url, { method: 'GET', path: '/raw/%3Cb%3E%26%22' })
    expect(missing.text).toContain('<Key>&#60;b&#62;&#38;&#34;</Key>')
    expect(missing.text).not.toContain('<b>')
  })

  it('has no body for HEAD', async () => {
    const { url } = await openDigits()
    expect(await callSigned(url, { method: 'HEAD', path: '/raw/nope' })).toMatchObject({
      status: 404,
      text: '',
    })
  })
})
