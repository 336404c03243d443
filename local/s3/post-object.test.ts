import { connect } from 'node:net'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { afterEach, describe, expect, it } from 'vitest'
import { type Form, post, type Upload } from './send-form-for-tests.ts'
import { Bucket, closeStores, eventually, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

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
