import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type SignedRequest, type SigningScope, verifySignature } from './sigv4.ts'

const emptyHash = createHash('sha256').digest('hex')

// The worked examples of Amazon's own S3 documentation and Signature V4 test suite.
const s3Scope: SigningScope = {
  credentials: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
  region: 'us-east-1',
  service: 's3',
  now: new Date('2013-05-24T00:00:00Z'),
}
const suiteScope: SigningScope = {
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
  region: 'us-east-1',
  service: 'service',
  now: new Date('2015-08-30T12:36:00Z'),
}

function s3Request(
  method: string,
  url: string,
  signature: string,
  headers: Record<string, string> = {},
  payloadHash = emptyHash,
): SignedRequest {
  const all: Record<string, string> = {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': payloadHash,
    'x-amz-date': '20130524T000000Z',
    ...headers,
  }
  const signedHeaders = Object.keys(all).sort().join(';')
  const credential = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${signedHeaders},Signature=${signature}`
  return { method, url, payloadHash, headers: { ...all, authorization } }
}

function suiteRequest(url: string, signature: string): SignedRequest {
  const credential = 'AKIDEXAMPLE/20150830/us-east-1/service/aws4_request'
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=${signature}`
  const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z', authorization }
  return { method: 'GET', url, payloadHash: emptyHash, headers }
}

const getObject = () =>
  s3Request('GET', '/test.txt', 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41', {
    range: 'bytes=0-9',
  })

describe('Signature Version 4', () => {
  it('accepts the plain request of the test suite', () => {
    const request = suiteRequest('/', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31')
    expect(verifySignature(request, suiteScope)).toMatchObject({ valid: true, accessKeyId: 'AKIDEXAMPLE' })
  })

  it('accepts a query whose names come out of order', () => {
    const signature = 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500'
    const request = suiteRequest('/?Param2=value2&Param1=value1', signature)
    expect(verifySignature(request, suiteScope)).toMatchObject({ valid: true })
  })

  it('accepts reading a range of an object', () => {
    expect(verifySignature(getObject(), s3Scope)).toMatchObject({ valid: true })
  })

  it('accepts writing an object whose name has a sign to escape', () => {
    const signature = '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd'
    const body = createHash('sha256').update('Welcome to Amazon S3.').digest('hex')
    const headers = { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' }
    const request = s3Request('PUT', '/test%24file.text', signature, headers, body)
    expect(verifySignature(request, s3Scope)).toMatchObject({ valid: true })
  })

  it('accepts a query without a value and a query with several', () => {
    const lifecycle = 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'
    expect(verifySignature(s3Request('GET', '/?lifecycle', lifecycle), s3Scope)).toMatchObject({
      valid: true,
    })
    const list = '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'
    const request = s3Request('GET', '/?max-keys=2&prefix=J', list)
    expect(verifySignature(request, s3Scope)).toMatchObject({ valid: true })
  })

  it.each([
    ['another method', { method: 'DELETE' }],
    ['another path', { url: '/other.txt' }],
    ['another query', { url: '/test.txt?versionId=1' }],
    ['another body', { payloadHash: createHash('sha256').update('x').digest('hex') }],
  ])('refuses %s under the same signature', (_, change) => {
    const request = { ...getObject(), ...change }
    expect(verifySignature(request, s3Scope)).toEqual({ valid: false, reason: 'mismatch' })
  })

  it('refuses a changed header under the same signature', () => {
    const request = getObject()
    request.headers.range = 'bytes=0-99'
    expect(verifySignature(request, s3Scope)).toEqual({ valid: false, reason: 'mismatch' })
  })

  it('refuses a signature made with another secret', () => {
    const credentials = { ...s3Scope.credentials, secretAccessKey: 'another' }
    expect(verifySignature(getObject(), { ...s3Scope, credentials })).toEqual({
      valid: false,
      reason: 'mismatch',
    })
  })

  it('refuses a key that it does not know', () => {
    const credentials = { ...s3Scope.credentials, accessKeyId: 'AKIAANOTHER' }
    const verdict = verifySignature(getObject(), { ...s3Scope, credentials })
    expect(verdict).toEqual({ valid: false, reason: 'unknown-key' })
  })

  it.each([{ region: 'eu-west-1' }, { service: 'dynamodb' }])('refuses a scope other than %o', (change) => {
    expect(verifySignature(getObject(), { ...s3Scope, ...change })).toEqual({
      valid: false,
      reason: 'wrong-scope',
    })
  })

  it('refuses a request signed more than fifteen minutes ago or ahead', () => {
    const late = new Date(s3Scope.now.getTime() + 15 * 60_000 + 1)
    const early = new Date(s3Scope.now.getTime() - 15 * 60_000 - 1)
    expect(verifySignature(getObject(), { ...s3Scope, now: late })).toEqual({
      valid: false,
      reason: 'expired',
    })
    expect(verifySignature(getObject(), { ...s3Scope, now: early })).toEqual({
      valid: false,
      reason: 'expired',
    })
  })

  it('refuses a request without a signature', () => {
    const request = getObject()
    delete request.headers.authorization
    expect(verifySignature(request, s3Scope)).toEqual({ valid: false, reason: 'missing' })
  })

  it('refuses a signature that leaves out an x-amz header or the host', () => {
    const extra = getObject()
    extra.headers['x-amz-acl'] = 'public-read'
    const verdict = { valid: false, reason: 'malformed' }
    expect(verifySignature(extra, s3Scope)).toEqual({ ...verdict, unsigned: ['x-amz-acl'] })
    const hostless = getObject()
    hostless.headers.authorization = String(hostless.headers.authorization).replace('host;', '')
    expect(verifySignature(hostless, s3Scope)).toEqual({ ...verdict, unsigned: ['host'] })
  })

  it.each([
    'Bearer abc',
    'AWS4-HMAC-SHA256',
    'AWS4-HMAC-SHA256 Credential=, SignedHeaders=, Signature=',
    'AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=xyz',
    `AWS4-HMAC-SHA256 Credential=${'/'.repeat(5000)}, SignedHeaders=${';'.repeat(5000)}, Signature=0`,
  ])('refuses a malformed header without a crash: %.40s', (authorization) => {
    const request = getObject()
    request.headers.authorization = authorization
    expect(verifySignature(request, s3Scope)).toEqual({ valid: false, reason: 'malformed' })
  })

  it('refuses a malformed date without a crash', () => {
    const request = getObject()
    request.headers['x-amz-date'] = '2013-05-24'
    expect(verifySignature(request, s3Scope)).toEqual({ valid: false, reason: 'malformed' })
  })

  it('survives a path that is not valid percent-encoding', () => {
    const request = { ...getObject(), url: '/%E0%A4%A/%zz?%=%' }
    expect(verifySignature(request, s3Scope)).toEqual({ valid: false, reason: 'mismatch' })
  })
})
