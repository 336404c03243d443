import { connect } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { call, callSigned, signedForm } from './signed-call-for-tests.ts'
import { Bucket, closeStores, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const oneOf = (...texts: string[]) => fc.constantFrom(...texts)
const textOf = (alphabet: string) => fc.string({ unit: oneOf(...alphabet), maxLength: 20 })
const often = <Value>(usual: fc.Arbitrary<Value>, strange: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: usual, weight: 3 }, { arbitrary: strange, weight: 1 })

const method = oneOf('GET', 'GET', 'HEAD', 'PUT', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH')

const segment = fc.oneof(
  oneOf('', 'k', '..', '.', '%2e%2e', '%00', '%', '%zz', '%f0%28', '+', ';', '__proto__'),
  textOf('aZ09-._~%/&=+!$'),
)
const bucket = oneOf('raw', 'raw', 'other', 'nope', '', 'constructor', '__proto__')
const strangePath = fc
  .tuple(bucket, fc.array(segment, { maxLength: 4 }))
  .map(([name, segments]) => `/${[name, ...segments].join('/')}`)
const path = often(oneOf('/raw', '/raw/k', '/raw/a%20b', '/other/k'), strangePath)

const parameter = oneOf(
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'continuation-token',
  'start-after',
  'encoding-type',
  'uploadId',
  'partNumber',
  'max-parts',
  'part-number-marker',
  'acl',
  'response-content-type',
  'X-Amz-Signature',
  'X-Amz-Expires',
  'x-amz-meta-a',
  '__proto__',
)
const encoded = fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed()))
const parameterValue = fc.oneof(oneOf('', '2', '-1', '1e9', 'url', '%0d%0a', '%', '..'), encoded)
const strangeQuery = fc
  .array(fc.tuple(parameter, parameterValue), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'))
const usualQuery = fc.oneof(
  oneOf('', '', '', '', '', '', 'uploads', 'delete', 'location', 'list-type=2&delimiter=/'),
  encoded.map((prefix) => `list-type=2&prefix=${prefix}`),
  encoded.map((type) => `response-content-type=${type}`),
)

const headerName = oneOf(
  'range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
  'content-md5',
  'content-type',
  'content-encoding',
  'cache-control',
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
)
const headerValue = fc.oneof(
  oneOf('', '*', '"x"', 'bytes=0-', 'bytes=-1', 'bytes=5-1', '/raw/k', 'raw/%zz', 'raw', 'REPLACE', 'COPY'),
  oneOf(
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    'x-amz-checksum-crc32',
    'CRC32',
    'aws-chunked',
  ),
  oneOf('UNSIGNED-PAYLOAD', 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'),
  oneOf('5', '-5', 'NaN', 'Wed, 02 Jan 2030 03:04:05 GMT'),
  textOf('abcXYZ019 -_/=,;:"*%'),
)
const headers = often(
  fc.dictionary(headerName, headerValue, { maxKeys: 1 }),
  fc.dictionary(headerName, headerValue, { maxKeys: 4 }),
)

const body = fc.oneof(
  oneOf('', 'hello'),
  fc.string(),
  oneOf(
    '<Delete><Object><Key>k</Key></Object></Delete>',
    '<Delete><Object/></Delete>',
    '<Delete><Object><Key><a/></Key></Object></Delete>',
    '<Delete>&x;</Delete>',
    '<CompleteMultipartUpload><Part/></CompleteMultipartUpload>',
    '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part></CompleteMultipartUpload>',
    '<a><__proto__>x</__proto__></a>',
  ),
  oneOf('5\r\nhello\r\n0\r\n\r\n', '0\r\n\r\n', 'ffffffff\r\n'),
  oneOf('--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nx\r\n--b--\r\n'),
)

/** Requests of which many make sense to S3, and many none at all. */
const anyRequest = fc.record({
  method,
  path,
  query: often(usualQuery, strangeQuery),
  headers,
  body,
  isSigned: often(fc.constant(true), fc.constant(false)),
})

const condition = fc.oneof(
  fc.constant<unknown>({ key: 'k' }),
  fc.constant<unknown>(['starts-with', '$key', '']),
  fc.jsonValue() as fc.Arbitrary<unknown>,
)
const field = oneOf(
  'key',
  'Content-Type',
  'x-amz-meta-a',
  'acl',
  '__proto__',
  'constructor',
  'bucket',
  'x-amz-date',
  'success_action_status',
)

/** Forms whose policy is signed well, whatever it says. */
const anyForm = fc.record({
  conditions: fc.array(condition, { maxLength: 2 }),
  fields: fc
    .dictionary(field, fc.string(), { maxKeys: 2 })
    .map((fields): Record<string, string> => ({ key: 'k', ...fields })),
})

describe('random requests', () => {
  it('with a good signature or without one are answered, never with an internal error', async () => {
    const house = await openHouse()
    const { url } = house.store
    let successes = 0
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ isSigned, query, path, ...given }) => {
        await house.client.putObject({ Bucket, Key: 'k', Body: 'hello' })
        const target = query === '' ? path : `${path}?${query}`
        const send = isSigned ? callSigned : call
        const { status } = await send(url, { ...given, path: target })
        expect(status).toBeGreaterThanOrEqual(200)
        expect(status).not.toBe(500)
        if (!isSigned) expect(status).toBeGreaterThanOrEqual(400)
        if (status < 300) successes += 1
      }),
      { numRuns: 500 },
    )
    expect(house.errors).toEqual([])
    expect(successes).toBeGreaterThan(10)
  })

  it('as forms with any policy are answered, never with an internal error', async () => {
    const house = await openHouse()
    let successes = 0
    await fc.assert(
      fc.asyncProperty(anyForm, async ({ conditions, fields }) => {
        const data = new FormData()
        const all = Object.entries({ ...signedForm({ conditions }), ...fields })
        for (const [name, text] of all) data.append(name, text)
        data.append('file', new Blob(['x']))
        const { status } = await fetch(`${house.store.url}/raw`, { method: 'POST', body: data })
        expect([200, 201, 204, 400, 403, 501]).toContain(status)
        if (status < 300) successes += 1
      }),
      { numRuns: 200 },
    )
    expect(house.errors).toEqual([])
    expect(successes).toBeGreaterThan(2)
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
