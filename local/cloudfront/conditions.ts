/** Whether a browser has these very bytes, as its `If-None-Match` says. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  const known = (ifNoneMatch ?? '').split(',').map(bare)
  return known.includes('*') || known.includes(bare(etag))
}

/** Whether what a browser has is still as new, as its `If-Modified-Since` says. HTTP knows whole seconds only. */
export function isUnchanged(lastModified: Date, ifModifiedSince: string | undefined): boolean {
  const since = Date.parse(ifModifiedSince ?? '')
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since
}
