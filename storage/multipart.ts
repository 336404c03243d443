import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'

/** S3 wants at least 5 MiB, but for the last one, and takes 10,000 of them. */
const PART_BYTES = 8 * 1024 * 1024

/** Where a stream goes, and what its object says of itself. */
export interface Target {
  Bucket: string
  Key: string
  ContentType: string
  ContentDisposition: string
  CacheControl: string
}

/**
 * Writes a stream whose length nobody knows as one object, with one part of it in memory at a time. The object is there
 * when all of it is; what breaks off leaves nothing, or parts for the bucket's lifecycle rule if it broke off hard.
 * @returns how many bytes it has
 */
export async function writeStream(
  s3: S3Client,
  target: Target,
  chunks: AsyncIterable<Uint8Array>,
  abortSignal: AbortSignal,
): Promise<number> {
  const { Bucket, Key } = target
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(target), { abortSignal })
  const Parts: { PartNumber: number; ETag: string | undefined }[] = []
  let bytes = 0
  try {
    for await (const Body of inParts(chunks)) {
      abortSignal.throwIfAborted()
      const PartNumber = Parts.length + 1
      const part = new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body })
      const { ETag } = await s3.send(part, { abortSignal })
      Parts.push({ PartNumber, ETag })
      bytes += Body.length
    }
    const whole = new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } })
    await s3.send(whole, { abortSignal })
    return bytes
  } catch (error) {
    // The first failure is the one to tell.
    await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(() => {})
    throw error
  }
}

async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    waiting.push(chunk)
    size += chunk.length
    if (size < PART_BYTES) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}
