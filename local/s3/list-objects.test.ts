import { paginateListObjectsV2 } from '@aws-sdk/client-s3'
import { afterEach, describe, expect, it } from 'vitest'
import { callSigned } from './signed-call-for-tests.ts'
import { Bucket, closeStores, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

async function openWith(keys: string[]) {
  const house = await openHouse()
  await Promise.all(keys.map((Key) => house.client.putObject({ Bucket, Key, Body: Key })))
  return { client: house.client, url: house.store.url }
}

async function listAll(client: Awaited<ReturnType<typeof openWith>>['client'], input: object) {
  const pages: string[][] = []
  for await (const page of paginateListObjectsV2({ client }, { Bucket, ...input })) {
    const keys = (page.Contents ?? []).map(({ Key }) => Key as string)
    const prefixes = (page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix as string)
    expect(page.KeyCount).toBe(keys.length + prefixes.length)
    pages.push([...keys, ...prefixes])
  }
  return pages
}

describe('a list of objects', () => {
  it('tells of each object what S3 tells', async () => {
    const { client } = await openWith(['a'])
    const { Contents, ...page } = await client.listObjectsV2({ Bucket })
    expect(page).toMatchObject({ Name: Bucket, KeyCount: 1, MaxKeys: 1000, IsTruncated: false })
    const ETag = '"0cc175b9c0f1b6a831c399e269772661"'
    expect(Contents).toMatchObject([
      { Key: 'a', Size: 1, ETag, StorageClass: 'STANDARD', ChecksumAlgorithm: ['CRC32'] },
    ])
    expect(Contents?.[0]?.LastModified).toBeInstanceOf(Date)
  })

  it('is empty for an empty bucket', async () => {
    const { client } = await openWith([])
    expect(await client.listObjectsV2({ Bucket })).toMatchObject({ KeyCount: 0, IsTruncated: false })
  })

  it('comes in the order of the keys’ bytes', async () => {
    const sorted = ['A', 'B', 'a', 'a/b', 'é', '\uffee', '😀']
    const { client } = await openWith([...sorted].reverse())
    expect(await listAll(client, {})).toEqual([sorted])
  })

  it('comes in pages that miss nothing and repeat nothing', async () => {
    const keys = Array.from({ length: 23 }, (_, number) => `k${String(number).padStart(2, '0')}`)
    const { client } = await openWith(keys)
    const pages = await listAll(client, { MaxKeys: 5 })
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3])
    expect(pages.flat()).toEqual(keys)
  })

  it('can be of a prefix, and after a key', async () => {
    const { client } = await openWith(['a/1', 'a/2', 'a/3', 'b/1'])
    expect(await listAll(client, { Prefix: 'a/' })).toEqual([['a/1', 'a/2', 'a/3']])
    expect(await listAll(client, { Prefix: 'a/', StartAfter: 'a/1' })).toEqual([['a/2', 'a/3']])
    expect(await listAll(client, { StartAfter: 'a/3' })).toEqual([['b/1']])
    expect(await listAll(client, { Prefix: 'c' })).toEqual([[]])
  })

  it('gathers what lies behind a delimiter, in pages too', async () => {
    const keys = ['a', 'b/1', 'b/2', 'b/3', 'c/1', 'c/2/x', 'd', 'e/1']
    const { client } = await openWith(keys)
    expect(await listAll(client, { Delimiter: '/' })).toEqual([['a', 'd', 'b/', 'c/', 'e/']])
    expect(await listAll(client, { Delimiter: '/', MaxKeys: 1 })).toEqual([
      ['a'],
      ['b/'],
      ['c/'],
      ['d'],
      ['e/'],
    ])
    expect(await listAll(client, { Delimiter: '/', Prefix: 'c/' })).toEqual([['c/1', 'c/2/']])
    expect(await listAll(client, { Delimiter: '/', StartAfter: 'b/1' })).toEqual([['d', 'b/', 'c/', 'e/']])
  })

  it('may hold keys that XML cannot, percent-encoded', async () => {
    const strange = ['a&<b>', 'a b+c', 'ü/"x"', 'z\u0001']
    const { client } = await openWith(strange)
    const page = await client.listObjectsV2({ Bucket, EncodingType: 'url', Prefix: '' })
    expect(page.EncodingType).toBe('url')
    const keys = page.Contents?.map(({ Key }) => decodeURIComponent(Key ?? ''))
    expect(keys).toEqual([...strange].sort((one, other) => Buffer.from(one).compare(Buffer.from(other))))
    const plain = await client.listObjectsV2({ Bucket, Prefix: 'a' })
    expect(plain.Contents?.map(({ Key }) => Key)).toEqual(['a b+c', 'a&<b>'])
  })

  it('of nothing is short', async () => {
    const { client } = await openWith(['a'])
    expect(await client.listObjectsV2({ Bucket, MaxKeys: 0 })).toMatchObject({
      KeyCount: 0,
      IsTruncated: false,
    })
  })

  it.each([
    'list-type=2&max-keys=x',
    'list-type=2&max-keys=-1',
    'list-type=2&max-keys=99999999999',
    'list-type=2&continuation-token=%00',
    'list-type=2&continuation-token=',
    'list-type=2&encoding-type=base64',
    'list-type=3',
  ])('is refused for ?%s', async (query) => {
    const { url } = await openWith([])
    const answer = await callSigned(url, { method: 'GET', path: `/raw?${query}` })
    expect(answer).toMatchObject({ status: 400, code: 'InvalidArgument' })
  })

  it('of the first version is not known', async () => {
    const { client } = await openWith([])
    await expect(client.listObjects({ Bucket })).rejects.toMatchObject({ name: 'NotImplemented' })
  })
})

describe('the buckets', () => {
  it('are those of the start', async () => {
    const { client } = await openWith([])
    expect((await client.listBuckets({})).Buckets?.map(({ Name }) => Name)).toEqual(['other', 'raw'])
    expect(await client.headBucket({ Bucket })).toMatchObject({ BucketRegion: 'us-east-1' })
    expect((await client.getBucketLocation({ Bucket })).LocationConstraint).toBeFalsy()
    await expect(client.createBucket({ Bucket })).rejects.toMatchObject({ name: 'BucketAlreadyOwnedByYou' })
    await expect(client.createBucket({ Bucket: 'new' })).rejects.toMatchObject({ name: 'NoSuchBucket' })
    await expect(client.deleteBucket({ Bucket })).rejects.toMatchObject({ name: 'MethodNotAllowed' })
  })
})
