import { afterEach, describe, expect, it } from 'vitest'
import { Bucket, closeStores, openHouse } from './store-for-tests.ts'

afterEach(closeStores)

describe('a lifecycle rule', () => {
  it('removes objects at the midnight after their days, under its prefix alone, and tells nobody', async () => {
    const house = await openHouse({ bucket: { lifecycle: [{ prefix: 'incoming/', expireAfterDays: 1 }] } })
    house.setClock(new Date('2030-01-01T12:00:00Z'))
    for (const Key of ['incoming/a', 'kept/a']) await house.client.putObject({ Bucket, Key, Body: 'x' })
    await house.client.putObject({ Bucket: 'other', Key: 'incoming/a', Body: 'x' })
    house.setClock(new Date('2030-01-02T23:59:59Z'))
    expect(await house.store.sweepLifecycle()).toEqual({ objects: 0, uploads: 0 })
    house.setClock(new Date('2030-01-03T00:00:00Z'))
    expect(await house.store.sweepLifecycle()).toEqual({ objects: 1, uploads: 0 })
    expect(await house.store.sweepLifecycle()).toEqual({ objects: 0, uploads: 0 })
    const { Contents } = await house.client.listObjectsV2({ Bucket })
    expect(Contents?.map(({ Key }) => Key)).toEqual(['kept/a'])
    expect(await house.blobs()).toBe(2)
    await house.store.stop()
    expect(house.events.map(({ Records }) => Records[0]?.eventName)).toEqual([
      'ObjectCreated:Put',
      'ObjectCreated:Put',
    ])
  })

  it('counts from the last time that an object was written', async () => {
    const house = await openHouse({ bucket: { lifecycle: [{ prefix: '', expireAfterDays: 1 }] } })
    await house.client.putObject({ Bucket, Key: 'k', Body: 'old' })
    house.passDays(5)
    await house.client.putObject({ Bucket, Key: 'k', Body: 'new' })
    expect(await house.store.sweepLifecycle()).toMatchObject({ objects: 0 })
    house.passDays(2)
    expect(await house.store.sweepLifecycle()).toMatchObject({ objects: 1 })
  })

  it('aborts uploads that were left behind', async () => {
    const lifecycle = [{ prefix: 'incoming/', abortIncompleteUploadsAfterDays: 1 }]
    const house = await openHouse({ bucket: { lifecycle } })
    const upload = { Bucket, Key: 'incoming/k' }
    const { UploadId } = await house.client.createMultipartUpload(upload)
    await house.client.uploadPart({ ...upload, UploadId, PartNumber: 1, Body: 'x' })
    await house.client.createMultipartUpload({ Bucket, Key: 'kept/k' })
    house.passDays(2)
    expect(await house.store.sweepLifecycle()).toEqual({ objects: 0, uploads: 1 })
    expect(await house.blobs()).toBe(0)
    await expect(house.client.listParts({ ...upload, UploadId })).rejects.toMatchObject({
      name: 'NoSuchUpload',
    })
  })
})
