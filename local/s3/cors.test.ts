import { afterEach, describe, expect, it } from 'vitest'
import type { CorsRule } from './buckets.ts'
import { call, callSigned, signedForm } from './signed-call-for-tests.ts'
import { Bucket, closeStores, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const site = 'https://example.com'
const rules: CorsRule[] = [
  {
    allowedOrigins: [site, 'http://*.local:3000'],
    allowedMethods: ['POST'],
    allowedHeaders: ['Content-*'],
    exposedHeaders: ['ETag'],
    maxAge: 600,
  },
  { allowedOrigins: ['*'], allowedMethods: ['GET'] },
]

async function openWithRules(cors: CorsRule[] | undefined = rules) {
  const house = await openHouse({ bucket: cors ? { cors } : {} })
  await house.client.putObject({ Bucket, Key: 'k', Body: 'x' })
  return house.store.url
}

const ask = (origin: string, method: string, headers?: string) => ({
  method: 'OPTIONS',
  path: '/raw/k',
  headers: {
    origin,
    'access-control-request-method': method,
    ...(headers !== undefined && { 'access-control-request-headers': headers }),
  },
})

describe('a preflight', () => {
  it.each([site, 'http://a.local:3000'])('from %s is allowed what the rule allows', async (origin) => {
    const answer = await call(await openWithRules(), ask(origin, 'POST', 'Content-Type, CONTENT-MD5'))
    expect(answer).toMatchObject({
      status: 200,
      text: '',
      headers: {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'content-type, content-md5',
        'access-control-expose-headers': 'ETag',
        'access-control-max-age': '600',
        vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
      },
    })
  })

  it('from anywhere is allowed what is for all, without credentials', async () => {
    const { headers } = await call(await openWithRules(), ask('https://evil.example', 'GET'))
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
  })

  it.each([
    ['from another origin', ask('https://evil.example', 'POST')],
    ['from an origin that only looks alike', ask('https://example.com.evil.example', 'POST')],
    ['from half an origin', ask('http://.local:3000x', 'POST')],
    ['for another method', ask(site, 'DELETE')],
    ['for a header that is not allowed', ask(site, 'POST', 'content-type, x-amz-acl')],
  ])('%s is refused', async (_, given) => {
    const answer = await call(await openWithRules(), given)
    expect(answer).toMatchObject({ status: 403, code: 'AccessForbidden' })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('that does not say what it asks for, or of a bucket without rules, is refused', async () => {
    const bare = { method: 'OPTIONS', path: '/raw/k' }
    expect(await call(await openWithRules(), bare)).toMatchObject({ status: 400, code: 'InvalidRequest' })
    const ruleless = await call(await openWithRules([]), ask(site, 'POST'))
    expect(ruleless).toMatchObject({ status: 403, code: 'AccessForbidden' })
    const bucketless = await call(await openWithRules(), { ...ask(site, 'POST'), path: '/nope/k' })
    expect(bucketless).toMatchObject({ status: 403, code: 'AccessForbidden' })
  })
})

describe('an answer', () => {
  it('may be read by the page that the rules allow, a refusal too', async () => {
    const url = await openWithRules()
    const get = { method: 'GET', path: '/raw/k', headers: { origin: 'https://evil.example' } }
    expect((await callSigned(url, get)).headers).toMatchObject({ 'access-control-allow-origin': '*' })
    const refused = await call(url, get)
    expect(refused).toMatchObject({ status: 403, headers: { 'access-control-allow-origin': '*' } })
  })

  it('to a form of the site may be read by the site alone', async () => {
    const url = await openWithRules()
    const post = async (origin: string) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(signedForm({ conditions: [{ key: 'k' }] })))
        form.append(name, value)
      form.append('key', 'k')
      form.append('file', new Blob(['x']))
      const { status, headers } = await fetch(`${url}/raw`, {
        method: 'POST',
        body: form,
        headers: { origin },
      })
      return {
        status,
        origin: headers.get('access-control-allow-origin'),
        exposed: headers.get('access-control-expose-headers'),
      }
    }
    expect(await post(site)).toEqual({ status: 204, origin: site, exposed: 'ETag' })
    expect(await post('https://evil.example')).toEqual({ status: 204, origin: null, exposed: null })
  })

  it('without an Origin, or by another method, has no such headers', async () => {
    const url = await openWithRules()
    const plain = await callSigned(url, { method: 'GET', path: '/raw/k' })
    expect(plain.headers['access-control-allow-origin']).toBeUndefined()
    const put = { method: 'PUT', path: '/raw/k', body: 'x', headers: { origin: site } }
    expect((await callSigned(url, put)).headers['access-control-allow-origin']).toBeUndefined()
  })
})
