interface LifecycleRule {
  prefix: string
  expireAfterDays: number
  abortIncompleteUploadsAfterDays?: number
}

/** What no function deletes in time is deleted by the bucket itself: the backstop of every promise about pictures. */
export const bucketLifecycles: Record<'raw' | 'processed', readonly LifecycleRule[]> = {
  // The function deletes every upload that it has seen.
  raw: [{ prefix: 'incoming/', expireAfterDays: 1, abortIncompleteUploadsAfterDays: 1 }],
  // What the sweep never heard of: photos wait for a day, and no post lives for longer than 30.
  processed: [
    { prefix: 'staged/', expireAfterDays: 2 },
    { prefix: 'photos/', expireAfterDays: 30 },
    // Held at most as long after a report, which may come on the post's last day.
    { prefix: 'held/', expireAfterDays: 31 },
    { prefix: 'exports/', expireAfterDays: 1, abortIncompleteUploadsAfterDays: 1 },
  ],
}

/** The site's pages post their upload forms to the raw bucket. */
export const uploadCors = { allowedMethod: 'POST', maxAgeSeconds: 3_600 } as const
