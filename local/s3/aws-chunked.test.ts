import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Seal } from '../sigv4.ts'
import { deriveSigningKey, hmac, sha256 } from '../sigv4-canonical.ts'
import { readChunked } from './aws-chunked.ts'
import { openCrc32c } from './crc.ts'
import { call, callSigned, signed } from './signed-call-for-tests.ts'
import { Bucket, closeStores, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

// The worked examples of "Signature calculations" with and without trailing headers in the S3 API reference.
const exampleSeal = (signature: string): Seal => ({
  signature,
  date: '20130524T000000Z',
  scope: '20130524/us-east-1/s3/aws4_request',
  signingKey: deriveSigningKey(
    {
      credentials: { accessKeyId: '', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
      region: 'us-east-1',
      service: 's3',
    },
    '20130524',
  ),
})
const plainExample = {
  seal: exampleSeal('4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9'),
  chunks: [
    'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
    '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
    'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
  ],
  end: '\r\n',
}
const trailerExample = {
  seal: exampleSeal('106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e'),
  chunks: [
    'b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2',
    '1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7',
    '2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992',
  ],
  end: [
    'x-amz-checksum-crc32c:sOO8/Q==',
    'x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435',
    '',
    '',
  ].join('\r\n'),
}

function bodyOf({ chunks: [first, second, last], end }: typeof plainExample): string {
  const long = `10000;chunk-signature=${first}\r\n${'a'.repeat(65_536)}\r\n`
  return `${long}400;chunk-signature=${second}\r\n${'a'.repeat(1024)}\r\n0;chunk-signature=${last}\r\n${end}`
}

/** The body in pieces of a size, as a network would cut it. */
async function decode(body: string, size: number, seal: Seal | undefined, hasTrailers: boolean) {
  async function* pieces() {
    for (let at = 0; at < body.length; at += size) yield Buffer.from(body.slice(at, at + size))
  }
  const announced = hasTrailers ? ['x-amz-checksum-crc32c'] : []
  const trailers: Record<string, string> = {}
  const hash = createHash('sha256')
  for await (const chunk of readChunked(pieces(), { seal, hasTrailers, announced, trailers }))
    hash.update(chunk)
  return { sha256: hash.digest('hex'), trailers }
}

describe('signed chunks', () => {
  const whole = sha256('a'.repeat(66_560))

  it.each([1_000_000, 8_192, 777, 7])(
    'are read as in Amazon’s examples, in pieces of %i bytes',
    async (size) => {
      const plain = await decode(bodyOf(plainExample), size, plainExample.seal, false)
      expect(plain).toEqual({ sha256: whole, trailers: {} })
      const trailing = await decode(bodyOf(trailerExample), size, trailerExample.seal, true)
      expect(trailing).toEqual({ sha256: whole, trailers: { 'x-amz-checksum-crc32c': 'sOO8/Q==' } })
    },
  )

  const good = bodyOf(trailerExample)
  it.each([
    ['a byte changed', good.replace('aaaa', 'aaab'), 'SignatureDoesNotMatch'],
    ['a chunk left out', good.replace(/400;.*\r\na+\r\n/, ''), 'SignatureDoesNotMatch'],
    ['the last chunk left out', good.slice(0, good.indexOf('0;chunk-signature=2ca')), 'IncompleteBody'],
    ['its end cut off', good.slice(0, 70_000 - 4_000), 'IncompleteBody'],
    ['a trailer changed', good.replace('sOO8', 'sOO9'), 'SignatureDoesNotMatch'],
    [
      'a trailer added',
      good.replace('x-amz-trailer', 'x-amz-meta-a:b\r\nx-amz-trailer'),
      'MalformedTrailerError',
    ],
    ['the trailers left out', good.slice(0, good.indexOf('x-amz-checksum')), 'MalformedTrailerError'],
    ['its trailers not signed', good.replace(/x-amz-trailer-signature:\w+\r\n/, ''), 'SignatureDoesNotMatch'],
    ['more behind its end', `${good}more`, 'IncompleteBody'],
    ['a chunk that is not signed', good.replace(/;chunk-signature=\w+/, ''), 'IncompleteBody'],
    ['a length that is none', good.replace('10000;', 'xyz;'), 'IncompleteBody'],
    ['a line without end', '1'.repeat(100_000), 'IncompleteBody'],
    ['nothing', '', 'IncompleteBody'],
  ])('are refused with %s', async (_, body, code) => {
    await expect(decode(body, 8_192, trailerExample.seal, true)).rejects.toMatchObject({ code })
  })
})

function chunkSigned(body: string, { signingKey, date, scope, signature }: Seal, trailer?: string): string {
  let previous = signature
  const sign = (algorithm: string, ...hashes: string[]) => {
    previous = hmac(signingKey, [algorithm, date, scope, previous, ...hashes].join('\n')).toString('hex')
    return previous
  }
  const chunk = (text: string) =>
    `${text.length.toString(16)};chunk-signature=${sign('AWS4-HMAC-SHA256-PAYLOAD', sha256(''), sha256(text))}\r\n${text}`
  const chunks = `${chunk(body)}\r\n${chunk('')}`
  if (trailer === undefined) return `${chunks}\r\n`
  return `${chunks}${trailer}\r\nx-amz-trailer-signature:${sign('AWS4-HMAC-SHA256-TRAILER', sha256(`${trailer}\n`))}\r\n\r\n`
}

describe('a body in signed chunks', () => {
  const put = (kind: string, headers: Record<string, string>) => ({
    method: 'PUT',
    path: '/raw/k',
    headers: { 'x-amz-content-sha256': kind, 'content-encoding': 'aws-chunked,gzip', ...headers },
  })

  it('is stored without its chunks, and refused when one is forged', async () => {
    const house = await openHouse()
    const { url } = house.store
    const given = put('STREAMING-AWS4-HMAC-SHA256-PAYLOAD', { 'x-amz-decoded-content-length': '5' })
    const { call: good, seal } = signed(url, given)
    const forged = await call(url, { ...good, body: chunkSigned('hello', seal).replace('hello', 'jello') })
    expect(forged).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' })
    const unsigned = await call(url, { ...good, body: '5\r\nhello\r\n0\r\n\r\n' })
    expect(unsigned).toMatchObject({ code: 'IncompleteBody' })
    expect(await house.blobs()).toBe(0)
    expect(await call(url, { ...good, body: chunkSigned('hello', seal) })).toMatchObject({ status: 200 })
    const got = await house.client.getObject({ Bucket, Key: 'k' })
    expect(got).toMatchObject({ ContentEncoding: 'gzip', ContentLength: 5 })
  })

  it('is held against the checksum in its trailer', async () => {
    const { client, store } = await openHouse()
    const headers = { 'x-amz-decoded-content-length': '5', 'x-amz-trailer': 'x-amz-checksum-crc32c' }
    const given = put('STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', headers)
    const { call: good, seal } = signed(store.url, given)
    const crc = openCrc32c()
    crc.update(Buffer.from('hello'))
    const value = crc.digest().toString('base64')
    const wrong = chunkSigned('hello', seal, 'x-amz-checksum-crc32c:AAAAAA==')
    expect(await call(store.url, { ...good, body: wrong })).toMatchObject({ code: 'BadDigest' })
    const right = chunkSigned('hello', seal, `x-amz-checksum-crc32c:${value}`)
    expect(await call(store.url, { ...good, body: right })).toMatchObject({ status: 200 })
    const head = await client.headObject({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' })
    expect(head).toMatchObject({ ChecksumCRC32C: value })
  })

  it('is refused when it is longer or shorter than announced, or its length is missing', async () => {
    const house = await openHouse()
    const { url } = house.store
    for (const length of ['4', '6']) {
      const given = put('STREAMING-AWS4-HMAC-SHA256-PAYLOAD', { 'x-amz-decoded-content-length': length })
      const { call: good, seal } = signed(url, given)
      const answer = await call(url, { ...good, body: chunkSigned('hello', seal) })
      expect(answer).toMatchObject({ status: 400, code: 'IncompleteBody' })
    }
    const lengthless = put('STREAMING-UNSIGNED-PAYLOAD-TRAILER', {})
    expect(await callSigned(url, { ...lengthless, body: '0\r\n\r\n' })).toMatchObject({
      code: 'MissingContentLength',
    })
    expect(await house.blobs()).toBe(0)
  })
})
