import type { Person } from '@mayfly/contract/people'
import { PictureEditor } from '../pictures/PictureEditor.tsx'
import { ProfileBanner } from '../pictures/ProfileBanner.tsx'
import { useSession } from '../session/use-session.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PagePending } from '../ui/PagePending.tsx'
import { useRead } from '../use-api.ts'
import { HandleForm } from './HandleForm.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** What others see of oneself: pictures, name, bio, handle. */
export function ProfilePage() {
  const { me } = useSession()
  const { data, error, refetch } = useRead(
    'showPerson',
    { handle: me?.handle ?? '' },
    { enabled: me !== undefined },
  )
  if (data === undefined)
    return error ? <ErrorCard error={error} retry={() => void refetch()} /> : <PagePending />
  return (
    <SettingsBody>
      <Pictures person={data} />
      <ProfileForm key={data.id} person={data} />
      <hr className="border-line" />
      <HandleForm key={`${data.id} handle`} person={data} />
    </SettingsBody>
  )
}

function Pictures({ person }: { person: Person }) {
  return (
    <div className="overflow-hidden rounded-card border border-line pb-4">
      <ProfileBanner person={person} isMe />
      <div className="profile-top">
        <span className="profile-face">
          <Avatar person={person} size={96} />
          <PictureEditor kind="avatar" person={person} />
        </span>
      </div>
    </div>
  )
}
