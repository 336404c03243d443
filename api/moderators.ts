import { Refusal } from '@mayfly/contract/refusal'

/** Cognito's group of moderators: who is in it is decided there. */
const MODERATORS = 'moderators'

export const isModeratorIn = (groups: readonly string[]): boolean => groups.includes(MODERATORS)

/** @throws Refusal `forbidden` when it is about the moderator themselves */
export function mayDecide(personId: string | null, viewer: { id: string }): void {
  if (personId === viewer.id)
    throw new Refusal('forbidden', 'This is about you. Another moderator has to decide it.')
}
