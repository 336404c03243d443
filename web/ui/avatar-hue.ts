const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** A hue from 0 to 359 that stays with an id (FNV-1a, spread over the circle). */
export function avatarHue(id: string): number {
  let hash = FNV_START
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME)
  return (hash >>> 0) % 360
}
