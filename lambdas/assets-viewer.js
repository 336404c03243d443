// The CloudFront Function (cloudfront-js-2.0) of the assets, for the viewer request and for the viewer response.
// That runtime has no modules, no `for … of` and no `{ name }`: all of it is in this file, and `local/` runs the file as it is.

const POST_ID = '[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const PICTURE_ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const FILE = '[0-9]{2,4}\\.webp'
const PHOTO = new RegExp(`^/photos/(${POST_ID})/(${PICTURE_ID}/${FILE})$`)
const WORN = new RegExp(`^/(avatars|banners)/${PICTURE_ID}/${FILE}$`)

const POST_ID_EPOCH_SECONDS = 1735689600
const LONGEST_PHOTO_SECONDS = 300
/** Carries the end of the post from the request to the response, in seconds since 1970. */
const EXPIRY_HEADER = 'x-mayfly-expiry'

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  return event.context.eventType === 'viewer-response' ? sayHowLong(event) : admit(event.request)
}

/** Before any cache: a photo is served while its post lives, an avatar or a banner always, nothing else ever. */
function admit(request) {
  request.querystring = {}
  delete request.headers[EXPIRY_HEADER]
  if (WORN.test(request.uri)) return request
  const photo = PHOTO.exec(request.uri)
  if (!photo) return refuse(404, 'Not Found', 'There is nothing here.\n')
  const expiry = expirySecondsOf(photo[1])
  if (secondsUntil(expiry) <= 0) return refuse(410, 'Gone', 'This post is over, and its photos are gone.\n')
  request.uri = `/photos/${photo[2]}`
  request.headers[EXPIRY_HEADER] = { value: String(expiry) }
  return request
}

/**
 * What a browser may keep, whatever the cache at the edge may. AWS does not promise whether the request is shown here
 * as the viewer sent it or as `admit` changed it: both tell the end of the post, and what tells no end is not kept.
 */
function sayHowLong(event) {
  if (event.response.statusCode >= 400) return event.response
  event.response.headers['cache-control'] = { value: cacheControlFor(event.request) }
  return event.response
}

function cacheControlFor(request) {
  if (WORN.test(request.uri)) return 'public, max-age=31536000, immutable'
  const photo = PHOTO.exec(request.uri)
  const header = request.headers[EXPIRY_HEADER]
  const expiry = photo ? expirySecondsOf(photo[1]) : header ? Number(header.value) : Number.NaN
  const left = Math.floor(secondsUntil(expiry))
  return left >= 0 ? `public, max-age=${Math.min(left, LONGEST_PHOTO_SECONDS)}` : 'no-store'
}

/** As `domain/expiring-id.ts` reads it: 12 bits of the expiry follow the version, 20 follow the variant. */
function expirySecondsOf(postId) {
  const digits = postId.replace(/-/g, '')
  const high = Number.parseInt(digits.slice(13, 16), 16)
  // Six digits are 24 bits: the variant's two, the expiry's twenty, and two random ones.
  const low = (Number.parseInt(digits.slice(16, 22), 16) & 0x3fffff) >> 2
  return POST_ID_EPOCH_SECONDS + high * 0x100000 + low
}

function secondsUntil(expirySeconds) {
  return expirySeconds - Date.now() / 1000
}

function refuse(statusCode, statusDescription, sentence) {
  return {
    statusCode: statusCode,
    statusDescription: statusDescription,
    headers: {
      'cache-control': { value: 'no-store' },
      'content-type': { value: 'text/plain; charset=utf-8' },
    },
    body: { encoding: 'text', data: sentence },
  }
}
