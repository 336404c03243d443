/** Cognito's group of moderators: who is in it is decided there. */
const MODERATORS = 'moderators'

export const isModeratorIn = (groups: readonly string[]): boolean => groups.includes(MODERATORS)
