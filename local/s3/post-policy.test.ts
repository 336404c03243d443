import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { type Form, post } from './send-form-for-tests.ts'
import { signedForm } from './signed-call-for-tests.ts'
import { closeStores, eventually, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const key = { key: 'incoming/avatar/ada/1' }

describe('the policy of a form', () => {
  const allowed = [key]

  async function postForm(changes: Parameters<typeof signedForm>[0], more: Form = key) {
    const house = await openHouse()
    const answer = await post(`${house.store.url}/raw`, { ...signedForm(changes), ...more })
    return { ...answer, blobs: await house.blobs() }
  }

  it('is good when it is signed well and not over', async () => {
    expect(await postForm({ conditions: allowed })).toMatchObject({ status: 204, blobs: 1 })
  })

  const day = 86_400_000
  const denied = { code: 'AccessDenied', status: 403 }
  const badPolicy = { code: 'InvalidPolicyDocument', status: 400 }
  it.each([
    ['is over', { expiration: new Date(Date.now() - 1000).toISOString() }, denied],
    [
      'is signed with another secret',
      { secretAccessKey: 'wrong' },
      { code: 'SignatureDoesNotMatch', status: 403 },
    ],
    ['has no signature', { fields: { 'x-amz-signature': undefined } }, { code: 'SignatureDoesNotMatch' }],
    ['is not there', { fields: { policy: undefined } }, denied],
    ['was signed eight days ago', { at: new Date(Date.now() - 8 * day) }, denied],
    ['is signed for a day to come', { at: new Date(Date.now() + day) }, denied],
    [
      'is signed by another algorithm',
      { fields: { 'x-amz-algorithm': 'AWS4-HMAC-SHA1' } },
      { code: 'InvalidArgument' },
    ],
    [
      'is signed for another region',
      { fields: { 'x-amz-credential': 'AKIALOCAL/20260101/eu-west-1/s3/aws4_request' } },
      { code: 'InvalidArgument' },
    ],
    [
      'is signed with an unknown key',
      { fields: { 'x-amz-credential': 'AKIAOTHER/20260101/us-east-1/s3/aws4_request' } },
      { code: 'InvalidAccessKeyId' },
    ],
    ['is no JSON', { policy: '{' }, badPolicy],
    ['is null', { policy: 'null' }, badPolicy],
    ['has no end', { policy: '{"conditions":[]}' }, badPolicy],
    ['has no conditions', { policy: '{"expiration":"2999-01-01T00:00:00Z"}' }, badPolicy],
    ['has an end in words', { expiration: 'tomorrow' }, badPolicy],
    ['has a condition that S3 does not know', { conditions: [['ends-with', '$key', 'x']] }, badPolicy],
    ['has a range in words', { conditions: [['content-length-range', 'a', 'b']] }, badPolicy],
    ['has half a condition', { conditions: [['eq', '$key']] }, badPolicy],
    ['has a number for a condition', { conditions: [7] }, badPolicy],
    ['does not speak of the key', { conditions: [] }, denied],
    ['speaks of a field that is missing', { conditions: [{ ...key, 'x-amz-meta-a': 'b' }] }, denied],
    ['speaks of a field with a strange name', { conditions: [{ ...key, constructor: 'b' }] }, denied],
  ])('is refused when it %s', async (_, changes, expected) => {
    const given = { conditions: allowed, ...changes } as Parameters<typeof signedForm>[0]
    expect(await postForm(given)).toMatchObject({ ...expected, blobs: 0 })
  })

  it('has to name the bucket', async () => {
    const own = signedForm()
    const policy = {
      expiration: '2999-01-01T00:00:00Z',
      conditions: [...Object.entries(own).map(([name, value]) => ({ [name]: value })), key],
    }
    expect(await postForm({ policy: JSON.stringify(policy) })).toMatchObject(denied)
  })

  it('counts all of its ranges, given as numbers or as text', async () => {
    const conditions = [...allowed, ['content-length-range', 0, 100], ['content-length-range', '0', '6']]
    expect(await postForm({ conditions })).toMatchObject({ code: 'EntityTooLarge', blobs: 0 })
  })

  it('lets metadata and checksums through that it speaks of, and they are kept and verified', async () => {
    const meta = { 'x-amz-meta-Name': 'ä' }
    expect(await postForm({ conditions: [key, meta] }, { ...key, ...meta })).toMatchObject({ status: 204 })
    const wrong = { 'Content-MD5': 'AAAAAAAAAAAAAAAAAAAAAA==' }
    const answer = await postForm({ conditions: [key, wrong] }, { ...key, ...wrong })
    expect(answer).toMatchObject({ code: 'BadDigest', blobs: 0 })
  })

  it('refuses a field that comes twice, and one with control characters', async () => {
    const house = await openHouse()
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...signedForm({ conditions: allowed }), ...key }))
      form.append(name, value)
    form.append('Key', 'other')
    form.append('file', new Blob(['x']))
    const twice = await fetch(`${house.store.url}/raw`, { method: 'POST', body: form })
    expect(await twice.text()).toContain('<Code>MalformedPOSTRequest</Code>')
    const meta = { 'x-amz-meta-a': 'a\u0000b' }
    expect(await postForm({ conditions: [key, meta] }, { ...key, ...meta })).toMatchObject({
      code: 'InvalidArgument',
      blobs: 0,
    })
  })
})

describe('a form that is no good form', () => {
  const start = '--b\r\nContent-Disposition: form-data; name='
  it.each([
    ['has no boundary', 'multipart/form-data', 'x', 'MalformedPOSTRequest'],
    ['is empty', 'multipart/form-data; boundary=b', '', 'MalformedPOSTRequest'],
    [
      'breaks off',
      'multipart/form-data; boundary=b',
      `${start}"file"; filename="a"\r\n\r\nxx`,
      'AccessDenied',
    ],
    [
      'breaks off in a field',
      'multipart/form-data; boundary=b',
      `${start}"key"\r\n\r\nxx`,
      'MalformedPOSTRequest',
    ],
    [
      'has no file',
      'multipart/form-data; boundary=b',
      `${start}"key"\r\n\r\nk\r\n--b--\r\n`,
      'IncorrectNumberOfFilesInPostRequest',
    ],
    [
      'has a file of another name',
      'multipart/form-data; boundary=b',
      `${start}"x"; filename="a"\r\n\r\nxx\r\n--b--\r\n`,
      'IncorrectNumberOfFilesInPostRequest',
    ],
  ])('because it %s is refused', async (_, type, body, code) => {
    const house = await openHouse()
    const answer = await fetch(`${house.store.url}/raw`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    expect(await answer.text()).toContain(`<Code>${code}</Code>`)
    expect(await house.blobs()).toBe(0)
    expect(house.errors).toEqual([])
  })

  it('because its file breaks off is refused, and nothing is kept', async () => {
    const house = await openHouse()
    const fields = Object.entries({ ...signedForm({ conditions: [key] }), ...key })
    const parts = fields.map(([name, value]) => `${start}"${name}"\r\n\r\n${value}\r\n`)
    const body = `${parts.join('')}${start}"file"; filename="a"\r\n\r\nxxxx`
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const answer = await fetch(`${house.store.url}/raw`, { method: 'POST', body, headers })
    expect(await answer.text()).toContain('<Code>MalformedPOSTRequest</Code>')
    const outgoing = request(`${house.store.url}/raw`, {
      method: 'POST',
      headers: { ...headers, 'content-length': '99999' },
    })
    outgoing.on('error', () => {})
    await new Promise<void>((written) => outgoing.write(body, () => written()))
    expect(await eventually(async () => (await house.blobs()) === 1)).toBe(true)
    outgoing.destroy()
    expect(await eventually(async () => (await house.blobs()) === 0)).toBe(true)
    expect(house.errors).toEqual([])
  })
})
