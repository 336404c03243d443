import { describe, expect, it } from 'vitest'
import { type SignedRequest, type SigningScope, verifyQuerySignature } from './sigv4.ts'

// The worked example of "Authenticating requests: using query parameters" in the S3 API reference.
const scope: SigningScope = {
  credentials: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
  region: 'us-east-1',
  service: 's3',
  now: new Date('2013-05-24T00:00:00Z'),
}
const example: Record<string, string> = {
  'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
  'X-Amz-Credential': 'AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request',
  'X-Amz-Date': '20130524T000000Z',
  'X-Amz-Expires': '86400',
  'X-Amz-SignedHeaders': 'host',
  'X-Amz-Signature': 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
}

function presigned(changes: Record<string, string> = {}, path = '/test.txt'): SignedRequest {
  const query = Object.entries({ ...example, ...changes }).map(([name, value]) => `${name}=${value}`)
  const headers = { host: 'examplebucket.s3.amazonaws.com' }
  return { method: 'GET', url: `${path}?${query.join('&')}`, headers, payloadHash: 'UNSIGNED-PAYLOAD' }
}

const at = (seconds: number): SigningScope => ({
  ...scope,
  now: new Date(scope.now.getTime() + seconds * 1000),
})

describe('A presigned address', () => {
  it('counts from its date to its end', () => {
    expect(verifyQuerySignature(presigned(), scope)).toMatchObject({ valid: true })
    expect(verifyQuerySignature(presigned(), at(86_400))).toMatchObject({ valid: true })
    expect(verifyQuerySignature(presigned(), at(86_401))).toEqual({ valid: false, reason: 'expired' })
    expect(verifyQuerySignature(presigned(), at(-901))).toEqual({ valid: false, reason: 'not-yet' })
  })

  it.each([
    ['another path', presigned({}, '/other.txt')],
    ['a longer life', presigned({ 'X-Amz-Expires': '86401' })],
    ['one more parameter', presigned({ 'response-content-type': 'text/html' })],
    ['another method', { ...presigned(), method: 'PUT' }],
    ['another host', { ...presigned(), headers: { host: 'other.s3.amazonaws.com' } }],
    ['another body', { ...presigned(), payloadHash: '0'.repeat(64) }],
  ])('is refused with %s', (_, request) => {
    expect(verifyQuerySignature(request, scope)).toEqual({ valid: false, reason: 'mismatch' })
  })

  it('is refused when it is made for more than seven days', () => {
    const verdict = verifyQuerySignature(presigned({ 'X-Amz-Expires': '604801' }), scope)
    expect(verdict).toEqual({ valid: false, reason: 'too-long' })
  })

  it('is refused for another key, region, service or day', () => {
    const other = { ...scope, credentials: { ...scope.credentials, accessKeyId: 'AKIAOTHER' } }
    expect(verifyQuerySignature(presigned(), other)).toEqual({ valid: false, reason: 'unknown-key' })
    const wrongScope = { valid: false, reason: 'wrong-scope' }
    expect(verifyQuerySignature(presigned(), { ...scope, region: 'eu-west-1' })).toEqual(wrongScope)
    expect(verifyQuerySignature(presigned(), { ...scope, service: 'sqs' })).toEqual(wrongScope)
    const otherDay = presigned({ 'X-Amz-Date': '20130525T000000Z' })
    expect(verifyQuerySignature(otherDay, at(86_400))).toEqual(wrongScope)
  })

  it('is refused when an x-amz header is not signed', () => {
    const request = presigned()
    request.headers['x-amz-meta-name'] = 'x'
    const verdict = { valid: false, reason: 'malformed', unsigned: ['x-amz-meta-name'] }
    expect(verifyQuerySignature(request, scope)).toEqual(verdict)
  })

  it.each(['', '0', '-1', '1e3', '1.5', 'x', '99999999999'])('is refused with %o for a life', (life) => {
    const verdict = verifyQuerySignature(presigned({ 'X-Amz-Expires': life }), scope)
    expect(verdict).toEqual({ valid: false, reason: 'malformed' })
  })

  it('is refused when a parameter comes twice or the signature is no signature', () => {
    const twice = presigned()
    twice.url += '&X-Amz-Expires=86400'
    expect(verifyQuerySignature(twice, scope)).toEqual({ valid: false, reason: 'malformed' })
    const short = presigned({ 'X-Amz-Signature': 'abc' })
    expect(verifyQuerySignature(short, scope)).toEqual({ valid: false, reason: 'malformed' })
    const none = { ...presigned(), url: '/test.txt' }
    expect(verifyQuerySignature(none, scope)).toEqual({ valid: false, reason: 'missing' })
  })
})
