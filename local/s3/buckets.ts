import type { S3Event } from 'aws-lambda'

/** Which pages of other origins may do what with a bucket; the same words as CDK's `CorsRule`. */
export type CorsRule = {
  /** At most one `*` in each. */
  allowedOrigins: string[]
  allowedMethods: ('GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE')[]
  /** At most one `*` in each. */
  allowedHeaders?: string[]
  exposedHeaders?: string[]
  /** How long a browser may remember the answer to a preflight, in seconds. */
  maxAge?: number
}

export type LifecycleRule = {
  /** The keys that it is about; all when empty. */
  prefix: string
  /** As in S3, an object expires at the midnight (UTC) that follows these days. */
  expireAfterDays?: number
  abortIncompleteUploadsAfterDays?: number
}

export type BucketOptions = {
  cors?: CorsRule[]
  lifecycle?: LifecycleRule[]
  /**
   * Told of every ObjectCreated:* and ObjectRemoved:* at least once, one at a time and in order for each key.
   * A rejection is a failed attempt.
   */
  notify?: (event: S3Event) => Promise<unknown>
}
