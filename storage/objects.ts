import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { type Given, given } from '@mayfly/config/config'
import { Refusal } from '@mayfly/contract/refusal'
import { clientFor } from './aws-client.ts'
import { writeStream } from './multipart.ts'

const COPY_MILLISECONDS = 10_000

/** A file to keep, and for nobody on the way to. */
const exportHeaders = {
  ContentType: 'application/zip',
  ContentDisposition: 'attachment; filename="mayfly.zip"',
  CacheControl: 'private, no-store',
}

/** What a form may be used for: this key, this type, at most this long. */
export interface FormTerms {
  key: string
  type: string
  /** The size that was announced; the file may have no more. */
  bytes: number
  seconds: number
}

/** An object of the processed bucket, and the key that it gets besides. */
export interface Copy {
  from: string
  to: string
}

export type ObjectStore = ReturnType<typeof objectStore>

/** The two buckets of pictures: `raw` takes what people upload, `processed` is what the CDN shows. */
export function objectStore(config: Given) {
  const s3 = new S3Client(clientFor(config, config.AWS_ENDPOINT_URL_S3))
  const raw = () => given(config, 'RAW_BUCKET')
  const processed = () => given(config, 'PROCESSED_BUCKET')

  async function remove(bucket: string, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return
    const Objects = keys.map((Key) => ({ Key }))
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    )
    if (Errors[0]) throw new Error(`S3 kept ${Errors.length} objects of ${bucket}: ${Errors[0].Message}`)
  }

  return {
    /** A form that a browser can post one file with. */
    presignUpload: ({ key, type, bytes, seconds }: FormTerms) =>
      createPresignedPost(s3, {
        Bucket: raw(),
        Key: key,
        Expires: seconds,
        Fields: { 'Content-Type': type },
        Conditions: [
          ['content-length-range', 1, bytes],
          ['eq', '$Content-Type', type],
        ],
      }),

    /** An upload's bytes; undefined when it is gone already. */
    readRaw: async (key: string): Promise<Uint8Array | undefined> => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: raw(), Key: key }))
        return await Body?.transformToByteArray()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },

    writeProcessed: (key: string, body: Uint8Array, cacheControl: string) =>
      s3.send(
        new PutObjectCommand({
          Bucket: processed(),
          Key: key,
          Body: body,
          ContentType: 'image/webp',
          CacheControl: cacheControl,
        }),
      ),

    /** An object's bytes as a stream; undefined when it is gone. */
    openProcessed: async (key: string): Promise<AsyncIterable<Uint8Array> | undefined> => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: processed(), Key: key }))
        return Body as unknown as AsyncIterable<Uint8Array>
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },

    /** Writes an export's file, whose length nobody knows yet. @returns its length */
    writeExport: (key: string, chunks: AsyncIterable<Uint8Array>, signal: AbortSignal) =>
      writeStream(s3, { Bucket: processed(), Key: key, ...exportHeaders }, chunks, signal),

    /** A link to an export's file, for whoever has it, for so long. */
    presignExport: (key: string, seconds: number) =>
      getSignedUrl(s3, new GetObjectCommand({ Bucket: processed(), Key: key }), { expiresIn: seconds }),

    /** Copies all at once, which are few, with what their objects say about keeping them. Some may be there when it fails. */
    copyProcessed: async (copies: readonly Copy[]): Promise<void> => {
      const abortSignal = AbortSignal.timeout(COPY_MILLISECONDS)
      const copying = copies.map(({ from, to }) =>
        s3.send(
          new CopyObjectCommand({ Bucket: processed(), Key: to, CopySource: `${processed()}/${from}` }),
          {
            abortSignal,
          },
        ),
      )
      await Promise.all(copying).catch(rethrow)
    },

    /** An address at which a browser can read one object of the processed bucket for a while. */
    presignRead: (key: string, seconds: number): Promise<string> =>
      getSignedUrl(s3, new GetObjectCommand({ Bucket: processed(), Key: key }), { expiresIn: seconds }),

    removeRaw: (keys: readonly string[]) => remove(raw(), keys),
    removeProcessed: (keys: readonly string[]) => remove(processed(), keys),
    close: () => s3.destroy(),
  }
}

function rethrow(cause: unknown): never {
  const sentence = 'Mayfly cannot reach its pictures. Nothing was posted; please try again in a moment.'
  throw Object.assign(new Refusal('unavailable', sentence), { cause })
}
