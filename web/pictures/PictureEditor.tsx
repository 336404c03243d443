import type { Person } from '@mayfly/contract/people'
import { Camera, ImageUp, Trash2 } from 'lucide-react'
import { type ChangeEvent, lazy, Suspense, useRef, useState } from 'react'
import { t } from '../language/words.ts'
import { Menu } from '../ui/Menu.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { acceptedFiles } from './accepted-files.ts'
import type { ProfilePicture } from './crop-kinds.ts'
import { removeProfilePicture } from './profile-pictures.ts'

interface Props {
  kind: ProfilePicture
  /** Oneself. */
  person: Person
}

const CropDialog = lazy(async () => ({ default: (await import('./CropDialog.tsx')).CropDialog }))

/** The button with which one's own avatar or banner is chosen, changed and removed. */
export function PictureEditor({ kind, person }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const hasOne = (kind === 'avatar' ? person.avatarId : person.bannerId) !== null
  const choose = () => input.current?.click()
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    setFile(event.target.files?.[0])
    // Or the same file could not be picked once more.
    event.target.value = ''
  }
  const remove = async () => {
    try {
      await removeProfilePicture(kind, person)
      toast(t('Your {kind, select, avatar {profile picture} other {banner}} is removed.', { kind }))
    } catch (error) {
      toast(
        t('Your {kind, select, avatar {profile picture} other {banner}} is still there. {problem}', {
          kind,
          problem: sentenceFor(error),
        }),
      )
    }
  }
  const icon = <Camera size={20} aria-hidden="true" />
  const label = hasOne
    ? t('Change your {kind, select, avatar {profile picture} other {banner}}', { kind })
    : t('Add a {kind, select, avatar {profile picture} other {banner}}', { kind })
  return (
    <div className="picture-editor" data-kind={kind}>
      {hasOne ? (
        <Menu
          label={label}
          buttonClass="picture-edit"
          align={kind === 'avatar' ? 'start' : 'end'}
          items={[
            { label: t('Choose another'), icon: <ImageUp size={18} aria-hidden="true" />, onSelect: choose },
            {
              label: t('Remove'),
              icon: <Trash2 size={18} aria-hidden="true" />,
              isDangerous: true,
              onSelect: () => void remove(),
            },
          ]}
        >
          {icon}
        </Menu>
      ) : (
        <button type="button" className="picture-edit" aria-label={label} title={label} onClick={choose}>
          {icon}
        </button>
      )}
      <input ref={input} type="file" hidden accept={acceptedFiles} aria-label={label} onChange={pick} />
      <Suspense>
        {file && <CropDialog kind={kind} person={person} file={file} close={() => setFile(undefined)} />}
      </Suspense>
    </div>
  )
}
