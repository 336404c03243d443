import { createHash } from 'node:crypto'
import type { CompletedPart, CreateMultipartUploadCommandInput } from '@aws-sdk/client-s3'
import { afterEach, describe, expect, it } from 'vitest'
import { openCrc32c } from './crc.ts'
import { Bucket, closeStores, eventually, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const Key = 'big'
type CreateInput = Partial<CreateMultipartUploadCommandInput>
const first = Buffer.alloc(5 * 1024 ** 2, 'a')
const second = Buffer.alloc(5 * 1024 ** 2, 'b')
const last = Buffer.from('the end')

async function openUpload(input: CreateInput = {}) {
  const house = await openHouse()
  const { client } = house
  const created = await client.createMultipartUpload({ Bucket, Key, ContentType: 'image/png', ...input })
  const { UploadId = '' } = created
  const algorithm = input.ChecksumAlgorithm ? { ChecksumAlgorithm: input.ChecksumAlgorithm } : {}
  const put = async (PartNumber: number, Body: Buffer): Promise<CompletedPart> => {
    const given = { Bucket, Key, UploadId, PartNumber, Body, ...algorithm }
    const { $metadata, ...part } = await client.uploadPart(given)
    return { PartNumber, ...part }
  }
  const complete = (Parts: CompletedPart[], more: object = {}) =>
    client.completeMultipartUpload({ Bucket, Key, UploadId, MultipartUpload: { Parts }, ...more })
  return { ...house, client, UploadId, put, complete }
}

describe('a multipart upload', () => {
  it('becomes one object of its parts, which can be read across their borders', async () => {
    const house = await openUpload({ Metadata: { a: '1' } })
    const parts = [await house.put(1, first), await house.put(7, second), await house.put(9, last)]
    await expect(house.client.headObject({ Bucket, Key })).rejects.toMatchObject({ name: 'NotFound' })
    const { ETag } = await house.complete(parts)
    const md5 = (content: Buffer) => createHash('md5').update(content).digest()
    const whole = md5(Buffer.concat([first, second, last].map(md5))).toString('hex')
    expect(ETag).toBe(`"${whole}-3"`)
    const got = await house.client.getObject({ Bucket, Key })
    expect(got).toMatchObject({
      ETag,
      ContentType: 'image/png',
      Metadata: { a: '1' },
      ContentLength: 10 * 1024 ** 2 + 7,
    })
    const bytes = Buffer.from((await got.Body?.transformToByteArray()) ?? [])
    expect(bytes.equals(Buffer.concat([first, second, last]))).toBe(true)
    const Range = `bytes=${5 * 1024 ** 2 - 2}-${5 * 1024 ** 2 + 1}`
    expect(await (await house.client.getObject({ Bucket, Key, Range })).Body?.transformToString()).toBe(
      'aabb',
    )
    expect(
      await (await house.client.getObject({ Bucket, Key, Range: 'bytes=-8' })).Body?.transformToString(),
    ).toBe('bthe end')
    expect(await eventually(() => house.events.length === 1)).toBe(true)
    expect(house.events[0]?.Records[0]).toMatchObject({
      eventName: 'ObjectCreated:CompleteMultipartUpload',
      s3: { object: { eTag: `${whole}-3`, size: 10 * 1024 ** 2 + 7 } },
    })
    await house.client.deleteObject({ Bucket, Key })
    expect(await eventually(async () => (await house.blobs()) === 0)).toBe(true)
  })

  it('keeps the later of two parts with one number, and none that it does not name', async () => {
    const house = await openUpload()
    await house.put(1, first)
    const parts = [await house.put(1, last)]
    await house.put(2, second)
    expect(await house.blobs()).toBe(2)
    await house.complete(parts)
    expect(await house.blobs()).toBe(1)
    expect(await (await house.client.getObject({ Bucket, Key })).Body?.transformToString()).toBe('the end')
  })

  it('lists its parts, in pages', async () => {
    const { client, UploadId, put } = await openUpload()
    for (const number of [3, 1, 2]) await put(number, last)
    const page = await client.listParts({ Bucket, Key, UploadId, MaxParts: 2 })
    expect(page).toMatchObject({
      IsTruncated: true,
      NextPartNumberMarker: '2',
      Parts: [{ PartNumber: 1, Size: 7 }, { PartNumber: 2 }],
    })
    const next = await client.listParts({ Bucket, Key, UploadId, PartNumberMarker: '2' })
    expect(next).toMatchObject({ IsTruncated: false, Parts: [{ PartNumber: 3 }] })
  })

  it('that is aborted leaves nothing', async () => {
    const house = await openUpload()
    const parts = [await house.put(1, first)]
    const upload = { Bucket, Key, UploadId: house.UploadId }
    await house.client.abortMultipartUpload(upload)
    expect(await house.blobs()).toBe(0)
    const gone = { name: 'NoSuchUpload' }
    await expect(house.put(2, last)).rejects.toMatchObject(gone)
    await expect(house.complete(parts)).rejects.toMatchObject(gone)
    await expect(house.client.listParts(upload)).rejects.toMatchObject(gone)
    await expect(house.client.abortMultipartUpload(upload)).rejects.toMatchObject(gone)
    expect(await house.blobs()).toBe(0)
  })

  it('survives a restart', async () => {
    const house = await openHouse()
    const { UploadId } = await house.client.createMultipartUpload({ Bucket, Key })
    const upload = { Bucket, Key, UploadId }
    const { ETag } = await house.client.uploadPart({ ...upload, PartNumber: 1, Body: 'part' })
    await house.restart()
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] }
    await house.client.completeMultipartUpload({ ...upload, MultipartUpload })
    const got = await house.client.getObject({ Bucket, Key })
    expect(await got.Body?.transformToString()).toBe('part')
  })

  it('belongs to its key alone', async () => {
    const { client, UploadId } = await openUpload()
    const elsewhere = client.uploadPart({ Bucket, Key: 'other', UploadId, PartNumber: 1, Body: 'x' })
    await expect(elsewhere).rejects.toMatchObject({ name: 'NoSuchUpload' })
  })

  it.each([0, 10_001, -1])('has no part %i', async (PartNumber) => {
    const house = await openUpload()
    await expect(house.put(PartNumber, last)).rejects.toMatchObject({ name: 'InvalidArgument' })
    expect(await house.blobs()).toBe(0)
  })

  it.each([
    [
      'a part that is not there',
      (parts: CompletedPart[]) => [...parts, { PartNumber: 5, ETag: '"x"' }],
      'InvalidPart',
    ],
    ['another tag', ([one]: CompletedPart[]) => [{ ...one, ETag: '"x"' }], 'InvalidPart'],
    ['another checksum', ([one]: CompletedPart[]) => [{ ...one, ChecksumCRC32: 'AAAAAA==' }], 'InvalidPart'],
    ['parts in another order', (parts: CompletedPart[]) => [...parts].reverse(), 'InvalidPartOrder'],
    ['a part twice', ([one]: CompletedPart[]) => [one, one], 'InvalidPartOrder'],
    [
      'a small part that is not the last',
      ([, , small, end]: CompletedPart[]) => [small, end],
      'EntityTooSmall',
    ],
    ['no parts', () => [], 'MalformedXML'],
  ])('cannot be completed with %s, and goes on', async (_, choose, name) => {
    const house = await openUpload()
    const parts: CompletedPart[] = []
    for (const [index, body] of [first, second, last, last].entries())
      parts.push(await house.put(index + 1, body))
    const chosen = choose(parts) as CompletedPart[]
    await expect(house.complete(chosen)).rejects.toMatchObject({ name })
    expect(await house.blobs()).toBe(4)
    await house.complete(parts.slice(0, 3))
  })

  it('is completed only on its conditions', async () => {
    const house = await openUpload()
    const parts = [await house.put(1, last)]
    await house.client.putObject({ Bucket, Key, Body: 'there' })
    await expect(house.complete(parts, { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    })
    await expect(house.complete(parts, { MpuObjectSize: 8 })).rejects.toMatchObject({
      name: 'InvalidRequest',
    })
    await house.complete(parts, { MpuObjectSize: 7 })
  })
})

describe('the checksum of a multipart upload', () => {
  const crc32c = (content: Buffer) => {
    const running = openCrc32c()
    running.update(content)
    return running.digest()
  }

  it('is made of those of its parts, or of the whole', async () => {
    const composite = await openUpload({ ChecksumAlgorithm: 'CRC32C' })
    const parts = [await composite.put(1, first), await composite.put(2, last)]
    const ofParts = crc32c(Buffer.concat([crc32c(first), crc32c(last)])).toString('base64')
    expect(await composite.complete(parts)).toMatchObject({
      ChecksumCRC32C: `${ofParts}-2`,
      ChecksumType: 'COMPOSITE',
    })
    const full = await openUpload({ ChecksumAlgorithm: 'CRC32C', ChecksumType: 'FULL_OBJECT' })
    const same = [await full.put(1, first), await full.put(2, last)]
    const ChecksumCRC32C = crc32c(Buffer.concat([first, last])).toString('base64')
    const wrong = full.complete(same, { ChecksumCRC32C: 'AAAAAA==' })
    await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' })
    const done = await full.complete(same, { ChecksumCRC32C, ChecksumType: 'FULL_OBJECT' })
    expect(done).toMatchObject({ ChecksumCRC32C, ChecksumType: 'FULL_OBJECT' })
    const got = await full.client.getObject({ Bucket, Key, ChecksumMode: 'ENABLED' })
    expect(await got.Body?.transformToByteArray()).toHaveLength(5 * 1024 ** 2 + 7)
  })

  it('is refused when it cannot be of that type, or a part has another one', async () => {
    const { client, UploadId } = await openUpload({ ChecksumAlgorithm: 'CRC32C' })
    const create = (more: object) => client.createMultipartUpload({ Bucket, Key, ...more })
    const refused = { name: 'InvalidRequest' }
    await expect(create({ ChecksumAlgorithm: 'SHA256', ChecksumType: 'FULL_OBJECT' })).rejects.toMatchObject(
      refused,
    )
    await expect(create({ ChecksumAlgorithm: 'CRC64NVME', ChecksumType: 'COMPOSITE' })).rejects.toMatchObject(
      refused,
    )
    await expect(create({ ChecksumAlgorithm: 'XXHASH64' })).rejects.toMatchObject(refused)
    const part = { Bucket, Key, UploadId, PartNumber: 1, Body: 'x' }
    await expect(client.uploadPart({ ...part, ChecksumAlgorithm: 'SHA1' })).rejects.toMatchObject(refused)
    await expect(client.uploadPart({ ...part, ChecksumCRC32C: 'AAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    })
  })
})
