import { creationOf, expiryOf } from '@mayfly/domain/expiring-id'
import { lifeLeft, type Stage, stageOf } from '@mayfly/domain/life'

/** When a post or a message is over, in ms since 1970; long ago for what is no such id. */
export const endOf = (id: string): number => expiryOf(id)?.getTime() ?? 0

/** How it looks with so many milliseconds left. At its very end it still glows: ash is what comes after. */
export function lifeOf(id: string, left: number): { life: number; stage: Exclude<Stage, 'ash'> } {
  const end = endOf(id)
  const life = lifeLeft(creationOf(id)?.getTime() ?? 0, end, end - left)
  const stage = stageOf(life, left)
  return { life, stage: stage === 'ash' ? 'ember' : stage }
}
