/** How a post looks at this age: fresh, waning, an ember at its end, and ash when it is over. */
export type Stage = 'fresh' | 'waning' | 'ember' | 'ash'

const EMBER_MILLISECONDS = 15 * 60 * 1000
const EMBER_LIFE = 0.12
const WANING_LIFE = 0.5

/** The part of its life that a post has left: 1 when it is written, 0 when it is over. Times in ms since 1970. */
export function lifeLeft(createdAt: number, expiresAt: number, now: number): number {
  if (now >= expiresAt) return 0
  const whole = expiresAt - createdAt
  return whole <= 0 ? 0 : Math.min(1, (expiresAt - now) / whole)
}

export function stageOf(life: number, millisecondsLeft: number): Stage {
  if (millisecondsLeft <= 0) return 'ash'
  if (life < EMBER_LIFE || millisecondsLeft < EMBER_MILLISECONDS) return 'ember'
  return life < WANING_LIFE ? 'waning' : 'fresh'
}
