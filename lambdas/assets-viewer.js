// The CloudFront Function (cloudfront-js-2.0) of the assets, for the viewer request and for the viewer response.
// That runtime has no modules, no `for … of` and no `{ name }`: all of it is in this file, and `local/` runs the file as it is.

const POST_ID = '[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const PICTURE_ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const FILE = '[0-9]{2,4}\\.webp'
const PHOTO = new RegExp(`^/photos/(${POST_ID})/${PICTURE_ID}/${FILE}$`)
const WORN = new RegExp(`^/(avatars|banners)/${PICTURE_ID}/${FILE}$`)

const POST_ID_EPOCH_SECONDS = 1735689600
const LONGEST_PHOTO_SECONDS = 300

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  return event.context.eventType === 'viewer-response' ? sayHowLong(event) : admit(event.request)
}

/** Before any cache: a photo is served while its post lives, an avatar or a banner always, nothing else ever. */
function admit(request) {
  request.querystring = {}
  if (WORN.test(request.uri)) return request
  const photo = PHOTO.exec(request.uri)
  if (!photo) return refuse(404, 'Not Found', 'There is nothing here.\n')
  if (secondsLeft(photo[1]) <= 0) return refuse(410, 'Gone', 'This post is over, and its photos are gone.\n')
  return request
}

/** What a browser may keep, whatever the cache at the edge may. What tells no end is not kept. */
function sayHowLong(event) {
  if (event.response.statusCode >= 400) return event.response
  event.response.headers['cache-control'] = { value: cacheControlFor(event.request) }
  return event.response
}

function cacheControlFor(request) {
  if (WORN.test(request.uri)) return 'public, max-age=31536000, immutable'
  const photo = PHOTO.exec(request.uri)
  const left = photo ? Math.floor(secondsLeft(photo[1])) : -1
  return left >= 0 ? `public, max-age=${Math.min(left, LONGEST_PHOTO_SECONDS)}` : 'no-store'
}

/** Until the expiry as `domain/expiring-id.ts` reads it: 12 of its bits follow the version, 20 follow the variant. */
function secondsLeft(postId) {
  const digits = postId.replace(/-/g, '')
  const high = Number.parseInt(digits.slice(13, 16), 16)
  // Six digits are 24 bits: the variant's two, the expiry's twenty, and two random ones.
  const low = (Number.parseInt(digits.slice(16, 22), 16) & 0x3fffff) >> 2
  return POST_ID_EPOCH_SECONDS + high * 0x100000 + low - Date.now() / 1000
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
