import { afterEach, describe, expect, it } from 'vitest'
import { sha256 } from '../sigv4-canonical.ts'
import { callSigned } from './signed-call-for-tests.ts'
import { Bucket, closeStores, eventually, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

const Key = 'a b/ü+1.png'
const CopySource = `${Bucket}/${encodeURIComponent(Key)}`

async function openWithSource() {
  const house = await openHouse()
  const source = { Bucket, Key, Body: 'picture', ContentType: 'image/png', Metadata: { a: '1' } }
  const { ETag } = await house.client.putObject(source)
  return { ...house, client: house.client, url: house.store.url, ETag }
}

describe('a copy', () => {
  it('has the body and all metadata, in another bucket too', async () => {
    const house = await openWithSource()
    const copy = await house.client.copyObject({ Bucket: 'other', Key: 'copy', CopySource })
    expect(copy.CopyObjectResult).toMatchObject({ ETag: house.ETag })
    const got = await house.client.getObject({ Bucket: 'other', Key: 'copy' })
    expect(got).toMatchObject({ ContentType: 'image/png', Metadata: { a: '1' }, ETag: house.ETag })
    expect(await got.Body?.transformToString()).toBe('picture')
    await house.client.copyObject({ Bucket, Key: 'copy', CopySource })
    await house.client.deleteObject({ Bucket, Key })
    const kept = await house.client.getObject({ Bucket, Key: 'copy' })
    expect(await kept.Body?.transformToString()).toBe('picture')
    expect(await eventually(() => house.events.length === 3)).toBe(true)
    expect(house.events[1]?.Records[0]).toMatchObject({
      eventName: 'ObjectCreated:Copy',
      s3: { object: { key: 'copy', size: 7 } },
    })
  })

  it('may have other metadata instead, and then be of itself', async () => {
    const { client } = await openWithSource()
    await expect(client.copyObject({ Bucket, Key, CopySource })).rejects.toMatchObject({
      name: 'InvalidRequest',
    })
    const other = { ContentType: 'text/plain', Metadata: { b: '2' } }
    await client.copyObject({ Bucket, Key, CopySource, MetadataDirective: 'REPLACE', ...other })
    const got = await client.getObject({ Bucket, Key })
    expect(got).toMatchObject({ ContentType: 'text/plain', Metadata: { b: '2' } })
    expect(await got.Body?.transformToString()).toBe('picture')
  })

  it('is made only on conditions', async () => {
    const { client, ETag } = await openWithSource()
    const copy = (conditions: object) => client.copyObject({ Bucket, Key: 'copy', CopySource, ...conditions })
    const held = { name: 'PreconditionFailed' }
    await expect(copy({ CopySourceIfMatch: '"x"' })).rejects.toMatchObject(held)
    await expect(copy({ CopySourceIfNoneMatch: ETag })).rejects.toMatchObject(held)
    await expect(copy({ CopySourceIfModifiedSince: new Date('2999-01-01') })).rejects.toMatchObject(held)
    await expect(copy({ CopySourceIfUnmodifiedSince: new Date('2000-01-01') })).rejects.toMatchObject(held)
    await copy({ CopySourceIfMatch: ETag, IfNoneMatch: '*' })
    await expect(copy({ IfNoneMatch: '*' })).rejects.toMatchObject(held)
  })

  it.each([
    ['of nothing', `${Bucket}/nope`, 'NoSuchKey'],
    ['from nowhere', 'nope/x', 'NoSuchBucket'],
    ['of a bucket', Bucket, 'InvalidArgument'],
    ['of a bad address', `${Bucket}/%zz`, 'InvalidArgument'],
    ['of a version', `${CopySource}?versionId=1`, 'NotImplemented'],
  ])('%s is refused', async (_, CopySource, name) => {
    const house = await openWithSource()
    await expect(house.client.copyObject({ Bucket, Key: 'copy', CopySource })).rejects.toMatchObject({ name })
    expect(await house.blobs()).toBe(1)
  })
})

describe('the removal of many', () => {
  it('tells what went, or nothing when that is wanted', async () => {
    const house = await openWithSource()
    const keys = ['x & y', '<z>', 'ü', ' s ']
    await Promise.all(keys.map((key) => house.client.putObject({ Bucket, Key: key, Body: 'x' })))
    const Objects = [Key, ...keys, 'never there'].map((key) => ({ Key: key }))
    const told = await house.client.deleteObjects({ Bucket, Delete: { Objects } })
    expect(told.Deleted).toEqual(Objects)
    expect(told.Errors).toBeUndefined()
    expect(await house.blobs()).toBe(0)
    const names = () => house.events.map(({ Records }) => Records[0]?.eventName)
    expect(await eventually(() => names().length === 10)).toBe(true)
    expect(names().filter((name) => name === 'ObjectRemoved:Delete')).toHaveLength(5)
    const quiet = await house.client.deleteObjects({ Bucket, Delete: { Objects, Quiet: true } })
    expect(quiet.Deleted).toBeUndefined()
  })

  it('goes on when one of them may not go', async () => {
    const { client, ETag } = await openWithSource()
    await client.putObject({ Bucket, Key: 'k', Body: 'x' })
    const Objects = [{ Key, ETag: '"x"' }, { Key: 'k' }]
    const told = await client.deleteObjects({ Bucket, Delete: { Objects } })
    expect(told.Deleted).toEqual([{ Key: 'k' }])
    expect(told.Errors).toMatchObject([{ Key, Code: 'PreconditionFailed' }])
    await client.deleteObjects({ Bucket, Delete: { Objects: [{ Key, ETag }] } })
    await expect(client.headObject({ Bucket, Key })).rejects.toMatchObject({ name: 'NotFound' })
  })

  const claim = (body: string) => ({
    'x-amz-checksum-sha256': Buffer.from(sha256(body), 'hex').toString('base64'),
  })
  const one = '<Object><Key>a b/ü+1.png</Key></Object>'
  it.each([
    ['no XML', 'nonsense', 'MalformedXML'],
    ['XML that does not close', `<Delete>${one}`, 'MalformedXML'],
    ['another document', `<Remove>${one}</Remove>`, 'MalformedXML'],
    ['no object', '<Delete></Delete>', 'MalformedXML'],
    ['an object without a key', '<Delete><Object></Object></Delete>', 'MalformedXML'],
    ['a type of its own', `<!DOCTYPE a [<!ENTITY x "y">]><Delete>${one}</Delete>`, 'MalformedXML'],
    ['a version', `<Delete><Object><Key>k</Key><VersionId>1</VersionId></Object></Delete>`, 'NotImplemented'],
    ['too many', `<Delete>${one.repeat(1001)}</Delete>`, 'MalformedXML'],
    ['nothing', '', 'MalformedXML'],
  ])('is refused with %s', async (_, body, code) => {
    const { url, client } = await openWithSource()
    const answer = await callSigned(url, { method: 'POST', path: '/raw?delete', body, headers: claim(body) })
    expect(answer).toMatchObject({ status: code === 'NotImplemented' ? 501 : 400, code })
    await client.headObject({ Bucket, Key })
  })

  it('is refused without a checksum, with a wrong one, or when it is too long', async () => {
    const { url } = await openWithSource()
    const body = `<Delete>${one}</Delete>`
    const post = { method: 'POST', path: '/raw?delete', body }
    expect(await callSigned(url, post)).toMatchObject({ code: 'InvalidRequest' })
    expect(await callSigned(url, { ...post, headers: claim('other') })).toMatchObject({ code: 'BadDigest' })
    const long = { ...post, body: 'x'.repeat(2 * 1024 ** 2 + 1) }
    expect(await callSigned(url, { ...long, headers: claim(long.body) })).toMatchObject({
      code: 'EntityTooLarge',
    })
  })
})
