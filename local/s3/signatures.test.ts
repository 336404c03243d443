import { request } from 'node:http'
import { GetObjectCommand, PutObjectCommand, type S3 } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterEach, describe, expect, it } from 'vitest'
import { credentials } from './credentials-for-tests.ts'
import { call, callSigned, signed } from './signed-call-for-tests.ts'
import { Bucket, clientFor, closeStores, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const get = { method: 'GET', path: '/raw/k' }

async function openWithObject() {
  const house = await openHouse()
  await house.client.putObject({ Bucket, Key: 'k', Body: 'secret', ContentType: 'text/plain' })
  return { ...house, url: house.store.url, client: house.client }
}

describe('a call', () => {
  it('is answered when it is signed well', async () => {
    const { url } = await openWithObject()
    expect(await callSigned(url, get)).toMatchObject({ status: 200, text: 'secret' })
  })

  it.each([
    ['no signature', {}, 'AccessDenied', 403],
    ['another mechanism', { authorization: 'AWS AKIALOCAL:c2ln' }, 'InvalidRequest', 400],
    ['half a signature', { authorization: 'AWS4-HMAC-SHA256 Credential=x' }, 'InvalidRequest', 400],
  ])('is refused with %s', async (_, headers, code, status) => {
    const { url } = await openWithObject()
    expect(await call(url, { ...get, headers })).toMatchObject({ code, status })
    const put = { method: 'PUT', path: '/raw/k', headers, body: 'new' }
    expect(await call(url, put)).toMatchObject({ code, status })
    expect(await callSigned(url, get)).toMatchObject({ text: 'secret' })
  })

  it.each([
    ['another secret', { secretAccessKey: 'wrong' }, 'SignatureDoesNotMatch', 403],
    ['an unknown key', { accessKeyId: 'AKIAOTHER' }, 'InvalidAccessKeyId', 403],
    ['another region', { region: 'eu-west-1' }, 'AuthorizationHeaderMalformed', 400],
    ['another service', { service: 'sqs' }, 'AuthorizationHeaderMalformed', 400],
    ['a date long past', { at: new Date(Date.now() - 16 * 60_000) }, 'RequestTimeTooSkewed', 403],
    ['a date to come', { at: new Date(Date.now() + 16 * 60_000) }, 'RequestTimeTooSkewed', 403],
    ['its host not signed', { unsigned: ['host'] }, 'AccessDenied', 403],
    ['an x-amz header not signed', { unsigned: ['x-amz-content-sha256'] }, 'AccessDenied', 403],
  ])('is refused with %s', async (_, signing, code, status) => {
    const { url } = await openWithObject()
    expect(await callSigned(url, get, signing)).toMatchObject({ code, status })
  })

  it.each([
    ['path', { path: '/raw/other' }],
    ['query', { path: '/raw/k?x-id=GetObject' }],
    ['method', { method: 'DELETE' }],
  ])('is refused when its %s was changed on the way', async (_, change) => {
    const { url } = await openWithObject()
    const { call: good } = signed(url, get)
    expect(await call(url, { ...good, ...change })).toMatchObject({ code: 'SignatureDoesNotMatch' })
  })

  it('is refused when a signed header was changed, or an x-amz header was added', async () => {
    const { url } = await openWithObject()
    const { call: good } = signed(url, { ...get, headers: { range: 'bytes=0-0' } })
    const changed = { ...good, headers: { ...good.headers, range: 'bytes=0-9' } }
    expect(await call(url, changed)).toMatchObject({ code: 'SignatureDoesNotMatch' })
    const added = { ...good, headers: { ...good.headers, 'x-amz-checksum-mode': 'ENABLED' } }
    const answer = await call(url, added)
    expect(answer).toMatchObject({ code: 'AccessDenied' })
    expect(answer.text).toContain('<HeadersNotSigned>x-amz-checksum-mode</HeadersNotSigned>')
  })

  it('is refused when its body is not the one that was signed, and nothing is kept', async () => {
    const house = await openWithObject()
    const { call: good } = signed(house.url, { method: 'PUT', path: '/raw/k', body: 'new' })
    const answer = await call(house.url, { ...good, body: 'bad' })
    expect(answer).toMatchObject({ status: 400, code: 'XAmzContentSHA256Mismatch' })
    expect(await callSigned(house.url, get)).toMatchObject({ text: 'secret' })
    expect(await house.blobs()).toBe(1)
  })

  it('is refused without the hash of its body, with a senseless one, or without a length', async () => {
    const { url } = await openWithObject()
    const { call: good } = signed(url, get)
    const { 'x-amz-content-sha256': _, ...hashless } = good.headers ?? {}
    expect(await call(url, { ...get, headers: hashless })).toMatchObject({ code: 'InvalidRequest' })
    const senseless = { ...get, headers: { 'x-amz-content-sha256': 'constructor' } }
    expect(await callSigned(url, senseless)).toMatchObject({ code: 'InvalidArgument' })
    const headers = { 'transfer-encoding': 'chunked', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
    const lengthless = { method: 'PUT', path: '/raw/k', body: 'x', headers }
    expect(await callSigned(url, lengthless)).toMatchObject({ status: 411, code: 'MissingContentLength' })
  })

  it('is refused when it asks for too much, before its body is read', async () => {
    const { url } = await openWithObject()
    const headers = { 'content-length': String(6 * 1024 ** 3), 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
    const { call: huge } = signed(url, { method: 'PUT', path: '/raw/k', headers })
    const { hostname, port } = new URL(url)
    const outgoing = request({ hostname, port, ...huge })
    outgoing.on('error', () => {})
    outgoing.write('x')
    const status = await new Promise((resolve) =>
      outgoing.on('response', ({ statusCode }) => resolve(statusCode)),
    )
    outgoing.destroy()
    expect(status).toBe(400)
  })

  it('is not answered from another address or through a strange method', async () => {
    const { url, store } = await openWithObject()
    expect(store.url).toBe(`http://127.0.0.1:${store.port}`)
    expect(await callSigned(url, { method: 'PATCH', path: '/raw/k' })).toMatchObject({ status: 405 })
    expect(await callSigned(url, { method: 'GET', path: '/raw/%zz' })).toMatchObject({ code: 'InvalidURI' })
    expect(await callSigned(url, { method: 'GET', path: '/raw/k?acl' })).toMatchObject({
      code: 'NotImplemented',
    })
  })
})

describe('a presigned address', () => {
  const presign = (client: S3, options: object = {}) =>
    getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'k' }), { expiresIn: 60, ...options })

  it('reads an object, with other headers if they were signed', async () => {
    const { client } = await openWithObject()
    expect(await (await fetch(await presign(client))).text()).toBe('secret')
    const command = new GetObjectCommand({
      Bucket,
      Key: 'k',
      ResponseContentType: 'text/x-ada',
      ResponseContentDisposition: 'attachment; filename="ä.txt"',
      ResponseCacheControl: 'no-store',
      ResponseContentLanguage: 'de',
    })
    const answer = await fetch(await getSignedUrl(client, command))
    expect(answer.headers.get('content-type')).toBe('text/x-ada')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-language')).toBe('de')
    const disposition = Buffer.from(answer.headers.get('content-disposition') ?? '', 'latin1').toString()
    expect(disposition).toBe('attachment; filename="ä.txt"')
  })

  it('cannot smuggle a header into the answer', async () => {
    const { client } = await openWithObject()
    const command = new GetObjectCommand({ Bucket, Key: 'k', ResponseContentType: 'a\r\nset-cookie: b' })
    const answer = await fetch(await getSignedUrl(client, command))
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('<Code>InvalidArgument</Code>')
  })

  it('writes an object, with exactly the headers that were signed', async () => {
    const house = await openWithObject()
    const client = clientFor(house.url, { requestChecksumCalculation: 'WHEN_REQUIRED' })
    const command = new PutObjectCommand({ Bucket, Key: 'new', ContentType: 'image/png', ContentLength: 5 })
    const options = { signableHeaders: new Set(['content-type', 'content-length', 'host']) }
    const address = await getSignedUrl(client, command, options)
    const put = (headers: Record<string, string>, body = '12345') =>
      fetch(address, { method: 'PUT', headers, body })
    expect((await put({ 'content-type': 'text/html' })).status).toBe(403)
    expect((await put({ 'content-type': 'image/png' }, '123456')).status).toBe(403)
    expect((await put({ 'content-type': 'image/png', 'x-amz-meta-a': 'b' })).status).toBe(403)
    expect(await house.blobs()).toBe(1)
    expect((await put({ 'content-type': 'image/png' })).status).toBe(200)
    expect(await client.headObject({ Bucket, Key: 'new' })).toMatchObject({ ContentType: 'image/png' })
  })

  it('that carries metadata and a checksum in its query has both of them', async () => {
    const house = await openWithObject()
    const command = new PutObjectCommand({
      Bucket,
      Key: 'new',
      Metadata: { owner: 'ada' },
      ChecksumCRC32: 'y/Q5Jg==',
    })
    const address = await getSignedUrl(house.client, command)
    expect(address).toContain('x-amz-meta-owner=ada')
    const refused = await fetch(address, { method: 'PUT', body: 'other' })
    expect(await refused.text()).toContain('<Code>BadDigest</Code>')
    expect((await fetch(address, { method: 'PUT', body: '123456789' })).status).toBe(200)
    expect(await house.client.headObject({ Bucket, Key: 'new' })).toMatchObject({
      Metadata: { owner: 'ada' },
    })
  })

  it.each([
    ['too late', { signingDate: new Date(Date.now() - 61_000) }, 'Request has expired'],
    ['too early', { signingDate: new Date(Date.now() + 1_000_000) }, 'Request is not yet valid'],
  ])('is refused when it comes %s', async (_, options, message) => {
    const { client } = await openWithObject()
    const answer = await fetch(await presign(client, options))
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain(`<Message>${message}</Message>`)
  })

  it('is refused for more than seven days, for another object, or with a longer life than was signed', async () => {
    const { client } = await openWithObject()
    const address = await presign(client)
    const long = await fetch(address.replace('X-Amz-Expires=60', 'X-Amz-Expires=604801'))
    expect(await long.text()).toContain('<Code>AuthorizationQueryParametersError</Code>')
    for (const bent of [
      address.replace('/raw/k', '/raw/x'),
      address.replace('Expires=60', 'Expires=61'),
      `${address}&x=y`,
    ]) {
      const answer = await fetch(bent)
      expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>')
    }
  })

  it('is refused with another secret, another key, or a second signature in the header', async () => {
    const { url, client } = await openWithObject()
    const wrong = clientFor(url, { credentials: { ...credentials, secretAccessKey: 'wrong' } })
    expect(await (await fetch(await presign(wrong))).text()).toContain('<Code>SignatureDoesNotMatch</Code>')
    const other = clientFor(url, { credentials: { ...credentials, accessKeyId: 'AKIAOTHER' } })
    expect(await (await fetch(await presign(other))).text()).toContain('<Code>InvalidAccessKeyId</Code>')
    const headers = signed(url, get).call.headers ?? {}
    const { pathname, search } = new URL(await presign(client))
    const both = await call(url, { method: 'GET', path: pathname + search, headers })
    expect(both).toMatchObject({ code: 'InvalidArgument' })
    const old = await call(url, { ...get, path: '/raw/k?AWSAccessKeyId=a&Expires=9&Signature=b' })
    expect(old).toMatchObject({ code: 'InvalidRequest' })
  })
})
