import type { Person } from '@mayfly/contract/people'
import { api } from '../api.ts'
import { showMe } from '../show-me.ts'
import type { ProfilePicture } from './crop-kinds.ts'

/** A new avatar or banner is ready: from now on it is shown wherever this person is. */
export async function showProfilePicture(kind: ProfilePicture, me: Person, id: string): Promise<void> {
  showMe(withPicture(me, kind, id))
  await readAgain(me.handle)
}

/** Throws when the server can't be reached; then the picture is still there. */
export async function removeProfilePicture(kind: ProfilePicture, me: Person): Promise<void> {
  await (kind === 'avatar' ? api.removeAvatar({}) : api.removeBanner({}))
  showMe(withPicture(me, kind, null))
}

const withPicture = (person: Person, kind: ProfilePicture, id: string | null): Person =>
  kind === 'avatar' ? { ...person, avatarId: id } : { ...person, bannerId: id }

/** The server's word counts, should it know better. */
async function readAgain(handle: string): Promise<void> {
  await api.showPerson({ handle }).then(showMe, () => undefined)
}
