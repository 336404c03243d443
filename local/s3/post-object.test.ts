import { request } from 'node:http'
import { connect } from 'node:net'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { afterEach, describe, expect, it } from 'vitest'
import { signedForm } from './signed-call-for-tests.ts'
import { Bucket, closeStores, eventually, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

type Form = Record<string, string>
type Upload = { body?: string | Buffer; type?: string; name?: string; before?: boolean; after?: Form }

async function post(url: string, fields: Form, { body = 'picture', ...upload }: Upload = {}) {
  const form = new FormData()
  const file = new Blob([body], { type: upload.type ?? 'image/png' })
  if (upload.before) form.set('file', file, upload.name)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (!upload.before) form.set('file', file, upload.name ?? 'a.png')
  for (const [name, value] of Object.entries(upload.after ?? {})) form.append(name, value)
  const answer = await fetch(url, { method: 'POST', body: form })
  const text = await answer.text()
  const find = (name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(text)?.[1]
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    code: find('Code'),
    message: find('Message'),
  }
}

const key = { key: 'incoming/avatar/ada/1' }
const type = { 'Content-Type': 'image/png' }

const variable = '$'.concat('{filename}')

/** What presign-upload makes: one key, a size and a type. */
async function openForm(changes: object = {}) {
  const house = await openHouse()
  const { url, fields } = await createPresignedPost(house.client, {
    Bucket,
    Key: key.key,
    Conditions: [
      ['content-length-range', 4, 10],
      ['starts-with', '$Content-Type', 'image/'],
    ],
    Fields: type,
    Expires: 300,
    ...changes,
  })
  return { ...house, url, fields, client: house.client }
}

describe('a presigned form', () => {
  it('stores its file with the type of the form, and tells of it', async () => {
    const house = await openForm()
    const answer = await post(house.url, house.fields)
    expect(answer).toMatchObject({ status: 204, text: '' })
    expect(answer.headers.get('location')).toBe(`${house.url.replace(/\/$/, '')}/${key.key}`)
    const got = await house.client.getObject({ Bucket, Key: key.key })
    expect(got).toMatchObject({
      ContentType: 'image/png',
      ContentLength: 7,
      ETag: answer.headers.get('etag'),
    })
    expect(await eventually(() => house.events.length === 1)).toBe(true)
    expect(house.events[0]?.Records[0]).toMatchObject({ eventName: 'ObjectCreated:Post' })
  })

  it.each([
    ['200', 200, ''],
    ['201', 201, '<PostResponse'],
    ['204', 204, ''],
    ['404', 204, ''],
  ])('asked for status %s answers %i', async (status, expected, text) => {
    const house = await openForm({ Fields: { ...type, success_action_status: status } })
    const answer = await post(house.url, house.fields)
    expect(answer.status).toBe(expected)
    expect(answer.text).toContain(text)
    if (expected === 201) expect(answer.text).toContain(`<Key>${key.key}</Key>`)
  })

  it('puts the name of the file in the place of its variable, without its folders', async () => {
    const house = await openForm({ Key: `incoming/${variable}`, Conditions: [], Fields: {} })
    expect(await post(house.url, house.fields, { name: 'C:\\pictures\\ä b.png' })).toMatchObject({
      status: 204,
    })
    expect(await post(house.url, house.fields, { name: '../../x.png' })).toMatchObject({ status: 204 })
    const { Contents } = await house.client.listObjectsV2({ Bucket })
    expect(Contents?.map((object) => object.Key)).toEqual(['incoming/x.png', 'incoming/ä b.png'])
  })

  it.each([
    ['one byte too long', {}, { body: 'x'.repeat(11) }, 'EntityTooLarge', 400],
    ['one byte too short', {}, { body: 'xxx' }, 'EntityTooSmall', 400],
    ['of another type', { 'Content-Type': 'text/html' }, {}, 'AccessDenied', 403],
    ['of two types', { 'Content-Type': 'image/png, text/html' }, {}, 'AccessDenied', 403],
    ['for another key', { key: 'incoming/avatar/bob/1' }, {}, 'AccessDenied', 403],
    ['with a field more', { 'x-amz-meta-a': 'b' }, {}, 'AccessDenied', 403],
    ['with an ACL', { acl: 'public-read' }, {}, 'AccessDenied', 403],
    ['before its fields', {}, { before: true }, 'AccessDenied', 403],
    ['and then another field', {}, { after: { 'x-ignore-me': '1' } }, 'InvalidArgument', 400],
    ['for another bucket', { bucket: 'other' }, {}, 'AccessDenied', 403],
    ['with a huge field', { 'x-ignore-a': 'x'.repeat(30_000) }, {}, 'MaxPostPreDataLengthExceededError', 400],
  ] as [string, Form, Upload, string, number][])(
    'refuses a file %s',
    async (_, change, upload, code, status) => {
      const house = await openForm()
      const answer = await post(house.url, { ...house.fields, ...change }, upload)
      expect(answer).toMatchObject({ code, status })
      const missing = house.client.headObject({ Bucket, Key: key.key })
      await expect(missing).rejects.toMatchObject({ name: 'NotFound' })
      expect(await eventually(async () => (await house.blobs()) === 0)).toBe(true)
    },
  )

  it('is not good for another bucket, nor for one that is not there', async () => {
    const house = await openForm()
    expect(await post(house.url.replace('/raw', '/other'), house.fields)).toMatchObject({
      code: 'AccessDenied',
    })
    expect(await post(house.url.replace('/raw', '/nope'), house.fields)).toMatchObject({
      code: 'NoSuchBucket',
    })
    expect(await house.blobs()).toBe(0)
  })

  it('lets fields pass that are to be ignored', async () => {
    const house = await openForm()
    expect(await post(house.url, { ...house.fields, 'x-ignore-me': '1' })).toMatchObject({ status: 204 })
  })

  it('with a body far too long is refused early, and nothing is kept', async () => {
    const house = await openForm()
    const socket = connect(house.store.port, '127.0.0.1')
    const heard: Buffer[] = []
    socket.on('data', (chunk) => heard.push(chunk))
    socket.on('error', () => {})
    const part = (head: string) => `--b\r\nContent-Disposition: form-data; name=${head}\r\n\r\n`
    const fields = Object.entries(house.fields).map(([name, value]) => `${part(`"${name}"`)}${value}\r\n`)
    socket.write('POST /raw HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\n')
    socket.write(`Content-Length: ${1024 ** 3}\r\n\r\n${fields.join('')}${part('"file"; filename="a"')}`)
    const megabyte = Buffer.alloc(1024 ** 2)
    const sendMore = () => void (socket.destroyed || socket.write(megabyte, sendMore))
    sendMore()
    await new Promise((resolve) => socket.on('close', resolve))
    expect(Buffer.concat(heard).toString()).toMatch(/^HTTP\/1.1 400 .*<Code>EntityTooLarge<\/Code>/s)
    expect(socket.bytesWritten).toBeLessThan(200 * 1024 ** 2)
    expect(await house.blobs()).toBe(0)
  })
})

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
