import type { Person } from '@mayfly/contract/people'
import { useState } from 'react'
import { config } from '../config.ts'
import { profileSources } from '../picture-address.ts'
import { avatarHue } from '../ui/avatar-hue.ts'
import { savesData } from '../ui/preferences.ts'
import { PictureEditor } from './PictureEditor.tsx'

/** The picture above a profile, on an evening sky that is there without one. */
export function ProfileBanner({ person, isMe }: { person: Person; isMe: boolean }) {
  const { id, bannerId } = person
  const [failedId, setFailedId] = useState<string>()
  const isShown = bannerId !== null && bannerId !== failedId && (isMe || !savesData())
  return (
    <div
      className="profile-banner"
      data-picture={isShown ? '' : undefined}
      style={{ background: duskOf(avatarHue(id)) }}
    >
      {isShown && (
        <img
          key={bannerId}
          {...profileSources(config.assetsOrigin, 'banner', bannerId)}
          sizes="(min-width: 640px) 600px, 100vw"
          alt=""
          decoding="async"
          onError={() => setFailedId(bannerId)}
        />
      )}
      {isMe && <PictureEditor kind="banner" person={person} />}
    </div>
  )
}

/** An evening sky in the colour of the face. */
const duskOf = (hue: number) =>
  `radial-gradient(120% 160% at 85% 110%, oklch(0.72 0.16 50 / 0.75), transparent 55%),
   linear-gradient(160deg, oklch(0.42 0.11 ${hue}), oklch(0.3 0.1 ${hue + 60}))`
