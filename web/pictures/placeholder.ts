import { thumbHashToDataURL } from 'thumbhash'

const drawn = new Map<string, string | undefined>()
const MOST_KEPT = 300

/** A photo's placeholder as a CSS image; undefined when there is none, or none that can be read. */
export function placeholderImage(base64: string): string | undefined {
  if (!drawn.has(base64)) {
    if (drawn.size >= MOST_KEPT) drawn.clear()
    drawn.set(base64, draw(base64))
  }
  return drawn.get(base64)
}

function draw(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    // A thumbhash has a head of five bytes.
    return bytes.length < 5 ? undefined : `url(${thumbHashToDataURL(bytes)})`
  } catch {
    return undefined
  }
}
