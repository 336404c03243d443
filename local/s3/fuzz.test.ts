import { connect } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { call, callSigned, signedForm } from './signed-call-for-tests.ts'
import { Bucket, closeStores, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const method = fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH')
const part = fc.oneof(
  fc.constantFrom('', 'k', '..', '.', '%2e%2e', '%00', '%', '%zz', '%f0%28', '+', ';', '__proto__'),
  fc.string({ unit: fc.constantFrom(...'aZ09-._~%/&=+!$'), maxLength: 20 }),
)
const path = fc
  .tuple(
    fc.constantFrom('raw', 'other', 'nope', '', 'constructor', '__proto__'),
    fc.array(part, { maxLength: 4 }),
  )
  .map(([bucket, parts]) => `/${[bucket, ...parts].join('/')}`)
const names = [
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'continuation-token',
  'start-after',
  'encoding-type',
  'delete',
  'uploads',
  'uploadId',
  'partNumber',
  'max-parts',
  'part-number-marker',
  'location',
  'acl',
  'response-content-type',
  'X-Amz-Signature',
  'X-Amz-Expires',
  'X-Amz-Date',
  'x-amz-meta-a',
  '__proto__',
  'constructor',
]
const value = fc.oneof(
  fc.constantFrom('', '2', '-1', '1e9', 'url', 'null', '%0d%0a', '%', '..'),
  fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed())),
)
const query = fc
  .array(
    fc.tuple(fc.constantFrom(...names), value).map((pair) => pair.join('=')),
    { maxLength: 4 },
  )
  .map((pairs) => pairs.join('&'))
const headerNames = [
  'range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
  'content-md5',
  'content-type',
  'content-encoding',
  'x-amz-copy-source',
  'x-amz-metadata-directive',
  'x-amz-checksum-crc32',
  'x-amz-checksum-sha256',
  'x-amz-checksum-algorithm',
  'x-amz-checksum-type',
  'x-amz-checksum-mode',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-trailer',
  'x-amz-decoded-content-length',
  'x-amz-content-sha256',
  'x-amz-meta-a',
  'x-amz-acl',
  'x-amz-mp-object-size',
  'origin',
  'access-control-request-method',
  'x-amz-expected-bucket-owner',
]
const headerValue = fc.oneof(
  fc.constantFrom(
    '',
    '*',
    '"x"',
    'bytes=0-',
    'bytes=-1',
    'bytes=5-1',
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    '/raw/k',
    'raw/%zz',
    'raw',
    'REPLACE',
    'UNSIGNED-PAYLOAD',
    'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'x-amz-checksum-crc32',
    'CRC32',
    'aws-chunked',
    '5',
    '-5',
    'NaN',
    'Wed, 02 Jan 2030 03:04:05 GMT',
  ),
  fc.string({ unit: fc.constantFrom(...'abcXYZ019 -_/=,;:"*%'), maxLength: 20 }),
)
const headers = fc.dictionary(fc.constantFrom(...headerNames), headerValue, { maxKeys: 4 })
const xml = fc.constantFrom(
  '<Delete><Object><Key>k</Key></Object></Delete>',
  '<Delete><Object/></Delete>',
  '<CompleteMultipartUpload><Part/></CompleteMultipartUpload>',
  '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part></CompleteMultipartUpload>',
  '<a><__proto__>x</__proto__></a>',
  '<Delete><Object><Key><a/></Key></Object></Delete>',
  '<Delete>&x;</Delete>',
)
const body = fc.oneof(
  fc.constant(''),
  fc.string(),
  xml,
  fc.constantFrom(
    '5\r\nhello\r\n0\r\n\r\n',
    '0\r\n\r\n',
    'ffffffff\r\n',
    '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nx\r\n--b--\r\n',
  ),
)

describe('random requests', () => {
  it('with a good signature or without one are answered, never with an internal error', async () => {
    const house = await openHouse()
    const { url } = house.store
    await house.client.putObject({ Bucket, Key: 'k', Body: 'x' })
    const request = fc.record({ method, path, query, headers, body, isSigned: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(request, async ({ isSigned, query, path, ...given }) => {
        const target = query === '' ? path : `${path}?${query}`
        const send = isSigned ? callSigned : call
        const { status } = await send(url, { ...given, path: target })
        expect(status).toBeGreaterThanOrEqual(200)
        expect(status === 500).toBe(false)
        if (!isSigned && given.method !== 'OPTIONS') expect(status).toBeGreaterThanOrEqual(400)
      }),
      { numRuns: 600 },
    )
    expect(house.errors).toEqual([])
    const { Contents = [] } = await house.client.listObjectsV2({ Bucket })
    expect(Contents.length).toBeGreaterThan(0)
  })

  it('as forms with any policy are answered, never with an internal error', async () => {
    const house = await openHouse()
    const condition = fc.oneof(
      fc.constant({ key: 'k' }),
      fc.constant(['starts-with', '$key', '']),
      fc.jsonValue() as fc.Arbitrary<unknown>,
    )
    const form = fc.record({
      conditions: fc.array(condition, { maxLength: 4 }),
      extra: fc.dictionary(
        fc.constantFrom(
          'key',
          'Content-Type',
          'x-amz-meta-a',
          'acl',
          '__proto__',
          'constructor',
          'bucket',
          'x-amz-date',
          'success_action_status',
        ),
        fc.string(),
        { maxKeys: 3 },
      ),
    })
    await fc.assert(
      fc.asyncProperty(form, async ({ conditions, extra }) => {
        const data = new FormData()
        for (const [name, text] of Object.entries({ ...signedForm({ conditions }), ...extra }))
          data.append(name, text)
        data.append('file', new Blob(['x']))
        const { status } = await fetch(`${house.store.url}/raw`, { method: 'POST', body: data })
        expect([200, 201, 204, 400, 403, 501]).toContain(status)
      }),
      { numRuns: 200 },
    )
    expect(house.errors).toEqual([])
  })

  it('that are no HTTP at all do no harm', async () => {
    const house = await openHouse()
    const bytes = fc.uint8Array({ maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(bytes, async (noise) => {
        const socket = connect(house.store.port, '127.0.0.1')
        socket.on('error', () => {})
        socket.resume()
        socket.end(Buffer.from(noise))
        await new Promise((resolve) => socket.on('close', resolve))
      }),
      { numRuns: 100 },
    )
    await house.client.putObject({ Bucket, Key: 'k', Body: 'x' })
  })
})
