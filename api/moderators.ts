import { userPool } from '@mayfly/config/user-pool'
import { Refusal } from '@mayfly/contract/refusal'

/** Who is in Cognito's group of moderators is decided there. */
export const isModeratorIn = (groups: readonly string[]): boolean => groups.includes(userPool.moderatorsGroup)

/** @throws Refusal `forbidden` when it is about the moderator themselves */
export function mayDecide(personId: string | null, viewer: { id: string }): void {
  if (personId === viewer.id)
    throw new Refusal('forbidden', 'This is about you. Another moderator has to decide it.')
}
