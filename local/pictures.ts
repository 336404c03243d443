import { join } from 'node:path'
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3'
import { bucketLifecycles, uploadCors } from '@mayfly/config/buckets'
import type { S3Event } from 'aws-lambda'
import { startCdn } from './cdn/cdn.ts'
import type { ReadObject } from './cdn/edge-cache.ts'
import type { Log } from './log.ts'
import { startObjectStore } from './s3/object-store.ts'

const RAW_BUCKET = 'mayfly-raw'
const PROCESSED_BUCKET = 'mayfly-processed'
const HOUR = 60 * 60 * 1000

export interface PicturesOptions {
  dataDir: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
  /** The site may post its forms to the raw bucket. */
  siteOrigin: string
  /** The CDN's port; any free one when 0. */
  cdnPort: number
  /** Woken for every upload, at least once. */
  onUpload: (event: S3Event) => Promise<unknown>
  now: () => Date
  log: Log
}

/** The two buckets with what wakes on uploads, and the CDN in front of the processed one. */
export async function startPictures(options: PicturesOptions) {
  const { dataDir, region, credentials, siteOrigin, cdnPort, onUpload, now, log } = options
  const buckets = {
    [RAW_BUCKET]: {
      cors: [
        {
          allowedOrigins: [siteOrigin],
          allowedMethods: [uploadCors.allowedMethod],
          maxAge: uploadCors.maxAgeSeconds,
        },
      ],
      lifecycle: [...bucketLifecycles.raw],
      notify: async (event: S3Event) => {
        const Records = event.Records.filter(({ eventName }) => eventName.startsWith('ObjectCreated:'))
        if (Records.length > 0) await onUpload({ Records })
      },
    },
    [PROCESSED_BUCKET]: { lifecycle: [...bucketLifecycles.processed] },
  }
  const store = await startObjectStore({
    dataDir: join(dataDir, 's3'),
    region,
    credentials,
    buckets,
    now,
    // Each takes up to 300 MB, and on AWS each has a machine of its own.
    notifications: { concurrency: 2 },
    onNotificationFailure: (failure) => log.error({ failure }, 'an upload could not be processed'),
    onError: (error) => log.error({ err: error }, 'the object store failed'),
  })
  const sweep = setInterval(() => {
    store
      .sweepLifecycle()
      .catch((error) => log.error({ err: error }, 'the lifecycle rules could not be applied'))
  }, HOUR)
  const s3 = new S3Client({ region, endpoint: store.url, credentials })
  const cdn = await startCdn({ port: cdnPort, read: readerOf(s3), now, log })

  return {
    /** What the product's configuration says of them. */
    config: {
      RAW_BUCKET,
      PROCESSED_BUCKET,
      AWS_ENDPOINT_URL_S3: store.url,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    assetsOrigin: cdn.origin,
    uploadsOrigin: store.url,
    stop: async () => {
      clearInterval(sweep)
      await cdn.stop()
      s3.destroy()
      await store.stop()
    },
  }
}

/** Reads the processed bucket with signed requests, as CloudFront's origin access control does. */
function readerOf(s3: S3Client): ReadObject {
  return async (key) => {
    try {
      const object = await s3.send(new GetObjectCommand({ Bucket: PROCESSED_BUCKET, Key: key }))
      if (!object.Body) return undefined
      return {
        body: await object.Body.transformToByteArray(),
        contentType: object.ContentType ?? 'application/octet-stream',
        cacheControl: object.CacheControl,
        etag: object.ETag ?? '',
        lastModified: object.LastModified ?? new Date(0),
      }
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }
}
