import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ChecksumAlgorithm } from '@aws-sdk/client-s3'
import { afterEach, describe, expect, it } from 'vitest'
import { Bucket, clientFor, closeStores, eventually, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const md5 = (body: string | Buffer) => createHash('md5').update(body).digest('hex')

describe('an object', () => {
  it('comes back as it was put, with its type and metadata', async () => {
    const { client } = await openHouse()
    const given = {
      ContentType: 'image/png',
      CacheControl: 'max-age=60',
      ContentDisposition: 'attachment; filename="a.png"',
      ContentEncoding: 'gzip',
      ContentLanguage: 'de',
      Metadata: { owner: 'ada', 'Mixed-Case': 'x' },
    }
    const put = await client.putObject({ Bucket, Key: 'a/b c.png', Body: 'hello', ...given })
    expect(put.ETag).toBe(`"${md5('hello')}"`)
    const got = await client.getObject({ Bucket, Key: 'a/b c.png' })
    const Metadata = { owner: 'ada', 'mixed-case': 'x' }
    expect(got).toMatchObject({ ...given, Metadata, ContentLength: 5, ETag: put.ETag, AcceptRanges: 'bytes' })
    expect(await got.Body?.transformToString()).toBe('hello')
    const head = await client.headObject({ Bucket, Key: 'a/b c.png' })
    expect(head).toMatchObject({ ...given, Metadata, ContentLength: 5, ETag: put.ETag })
  })

  it('may be empty, and its type is S3’s own when none was given', async () => {
    const { client } = await openHouse()
    await client.putObject({ Bucket, Key: 'empty', Body: Buffer.alloc(0) })
    const got = await client.getObject({ Bucket, Key: 'empty' })
    expect(got.ContentLength).toBe(0)
    expect(await got.Body?.transformToString()).toBe('')
    expect(got.ContentType).toBe('application/octet-stream')
  })

  it.each([
    '../../etc/passwd',
    './x',
    'a//b/../c',
    '%2e%2e%2f',
    'ü ñ 漢字 😀',
    '!*\'()&$@=;:+,?#[]{}^`"<>|~\\',
    ' leading and trailing ',
    'line\nbreak\ttab\u0001',
    'x'.repeat(1024),
  ])('may have any key, such as %.40j', async (Key) => {
    const house = await openHouse()
    await house.client.putObject({ Bucket, Key, Body: Key })
    const got = await house.client.getObject({ Bucket, Key })
    expect(await got.Body?.transformToString()).toBe(Key)
    await house.client.deleteObject({ Bucket, Key })
    expect(await eventually(async () => (await house.blobs()) === 0)).toBe(true)
    expect(await eventually(() => house.events.length === 2)).toBe(true)
    const key = house.events[0]?.Records[0]?.s3.object.key ?? ''
    expect(decodeURIComponent(key.replaceAll('+', ' '))).toBe(Key)
  })

  it('that is overwritten leaves nothing of the old body', async () => {
    const house = await openHouse()
    await house.client.putObject({ Bucket, Key: 'k', Body: 'old' })
    await house.client.putObject({ Bucket, Key: 'k', Body: 'new' })
    const got = await house.client.getObject({ Bucket, Key: 'k' })
    expect(await got.Body?.transformToString()).toBe('new')
    expect(await house.blobs()).toBe(1)
  })

  it('is read to its end by whoever began before it was overwritten', async () => {
    const house = await openHouse()
    const old = Buffer.alloc(20_000_000, 'o')
    await house.client.putObject({ Bucket, Key: 'k', Body: old })
    const got = await house.client.getObject({ Bucket, Key: 'k' })
    await house.client.putObject({ Bucket, Key: 'k', Body: 'new' })
    expect(await house.blobs()).toBe(2)
    const bytes = Buffer.from((await got.Body?.transformToByteArray()) ?? [])
    expect(bytes.equals(old)).toBe(true)
    expect(await eventually(async () => (await house.blobs()) === 1)).toBe(true)
  })

  it('that is not there is refused with NoSuchKey, and its removal is no error', async () => {
    const { client } = await openHouse()
    const missing = { Bucket, Key: 'nope' }
    await expect(client.getObject(missing)).rejects.toMatchObject({
      name: 'NoSuchKey',
      $metadata: { httpStatusCode: 404 },
    })
    await expect(client.headObject(missing)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(client.deleteObject(missing)).resolves.toMatchObject({ $metadata: { httpStatusCode: 204 } })
  })

  it('is refused when its key or its metadata are too long, or its bucket is unknown', async () => {
    const { client } = await openHouse()
    const put = (changes: object) => client.putObject({ Bucket, Key: 'k', Body: 'x', ...changes })
    await expect(put({ Key: 'x'.repeat(1025) })).rejects.toMatchObject({ name: 'KeyTooLongError' })
    await expect(put({ Metadata: { a: 'x'.repeat(2048) } })).rejects.toMatchObject({
      name: 'MetadataTooLarge',
    })
    await expect(put({ Bucket: 'nope' })).rejects.toMatchObject({ name: 'NoSuchBucket' })
    await expect(client.headBucket({ Bucket: 'nope' })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    })
  })

  it('is refused with what this store cannot do, rather than stored without it', async () => {
    const house = await openHouse()
    const { client } = house
    const put = (changes: object) => client.putObject({ Bucket, Key: 'k', Body: 'x', ...changes })
    await expect(put({ ACL: 'public-read' })).rejects.toMatchObject({ name: 'AccessControlListNotSupported' })
    await expect(put({ Tagging: 'a=b' })).rejects.toMatchObject({ name: 'NotImplemented' })
    await expect(put({ StorageClass: 'GLACIER' })).rejects.toMatchObject({ name: 'NotImplemented' })
    const Tagging = { TagSet: [{ Key: 'a', Value: 'b' }] }
    await client.putObject({ Bucket, Key: 'k', Body: 'kept', StorageClass: 'STANDARD', ACL: 'private' })
    await expect(client.putObjectTagging({ Bucket, Key: 'k', Tagging })).rejects.toMatchObject({
      name: 'NotImplemented',
    })
    expect(await (await client.getObject({ Bucket, Key: 'k' })).Body?.transformToString()).toBe('kept')
    expect(await house.blobs()).toBe(1)
  })
})

describe('a checksum', () => {
  const known = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const
  const nine = {
    CRC32: 'y/Q5Jg==',
    CRC32C: '4waSgw==',
    CRC64NVME: 'rosUhgp5mIg=',
    SHA1: '98O8HYCOBHMq32eZZczDTKeuNEE=',
    SHA256: 'FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=',
  }

  it.each(known)('by %s is verified, kept and given back', async (ChecksumAlgorithm) => {
    const { client } = await openHouse()
    const member = `Checksum${ChecksumAlgorithm}`
    const put = await client.putObject({ Bucket, Key: 'k', Body: '123456789', ChecksumAlgorithm })
    expect(put).toMatchObject({ [member]: nine[ChecksumAlgorithm] })
    const got = await client.getObject({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' })
    expect(got).toMatchObject({ [member]: nine[ChecksumAlgorithm], ChecksumType: 'FULL_OBJECT' })
    expect(await got.Body?.transformToString()).toBe('123456789')
    const wrong = Buffer.from(nine[ChecksumAlgorithm], 'base64').reverse().toString('base64')
    const refused = client.putObject({ Bucket, Key: 'wrong', Body: '123456789', [member]: wrong })
    await expect(refused).rejects.toMatchObject({ name: 'BadDigest' })
    await expect(client.headObject({ Bucket, Key: 'wrong' })).rejects.toMatchObject({ name: 'NotFound' })
  })

  it.each(known)('by %s of a stream comes behind it and is verified', async (ChecksumAlgorithm) => {
    const { client } = await openHouse()
    const Body = Readable.from([Buffer.from('1234'), Buffer.from('56789')])
    const put = await client.putObject({ Bucket, Key: 'k', Body, ContentLength: 9, ChecksumAlgorithm })
    expect(put).toMatchObject({ [`Checksum${ChecksumAlgorithm}`]: nine[ChecksumAlgorithm] })
    const got = await client.getObject({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' })
    expect(await got.Body?.transformToString()).toBe('123456789')
    expect(got.ContentEncoding).toBeUndefined()
  })

  it('that is malformed, unknown or one of two is refused', async () => {
    const { client } = await openHouse()
    const put = (changes: object) => client.putObject({ Bucket, Key: 'k', Body: 'x', ...changes })
    await expect(put({ ChecksumCRC32: 'no' })).rejects.toMatchObject({ name: 'InvalidRequest' })
    await expect(put({ ChecksumXXHASH64: 'AAAAAAAAAAA=' })).rejects.toMatchObject({ name: 'InvalidRequest' })
    const two = { ChecksumCRC32: 'AAAAAA==', ChecksumCRC32C: 'AAAAAA==' }
    await expect(put(two)).rejects.toMatchObject({ name: 'InvalidRequest' })
    expect(Object.keys(ChecksumAlgorithm)).toEqual(expect.arrayContaining(known as unknown as string[]))
  })

  it('Content-MD5 is verified', async () => {
    const house = await openHouse()
    const client = clientFor(house.store.url, { requestChecksumCalculation: 'WHEN_REQUIRED' })
    const put = (ContentMD5: string) => client.putObject({ Bucket, Key: 'k', Body: 'hello', ContentMD5 })
    await expect(put(createHash('md5').update('other').digest('base64'))).rejects.toMatchObject({
      name: 'BadDigest',
    })
    await expect(put('no')).rejects.toMatchObject({ name: 'InvalidDigest' })
    await put(createHash('md5').update('hello').digest('base64'))
    expect(await house.blobs()).toBe(1)
  })
})
