import './switch.css'
import type { SwitchableKind } from '@mayfly/contract/notifications'
import { type Text, t } from '../language/words.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PagePending } from '../ui/PagePending.tsx'
import { SettingsBody } from './SettingsBody.tsx'
import { Switch } from './Switch.tsx'
import { useNotificationChoices } from './use-notification-choices.ts'

const kinds: Record<SwitchableKind, Text> = {
  reply: 'Replies',
  mention: 'Mentions',
  quote: 'Quotes',
  like: 'Likes',
  repost: 'Reposts',
  follow: 'New followers',
}

/** What one wants to be told of, and from whom. */
export function NotificationsPage() {
  const { choices, error, retry, choose } = useNotificationChoices()
  if (choices === undefined) return error ? <ErrorCard error={error} retry={retry} /> : <PagePending />
  const { off, from } = choices
  const switchKind = (kind: SwitchableKind, isOn: boolean) =>
    choose({ ...choices, off: isOn ? off.filter((other) => other !== kind) : [...off, kind] })
  return (
    <SettingsBody note={t('What you switch off comes back when you switch it on, as long as it burns.')}>
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-lg font-bold">{t('Tell me of')}</legend>
        {(Object.entries(kinds) as [SwitchableKind, Text][]).map(([kind, label]) => (
          <Switch
            key={kind}
            label={t(label)}
            isOn={!off.includes(kind)}
            set={(isOn) => switchKind(kind, isOn)}
          />
        ))}
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-lg font-bold">{t('From whom')}</legend>
        <Switch
          label={t('Only people I follow')}
          hint={t('Of what all others do, nothing is told and nothing counted.')}
          isOn={from === 'followed'}
          set={(isOn) => choose({ ...choices, from: isOn ? 'followed' : 'everybody' })}
        />
      </fieldset>
      <p className="text-sm text-ink2">
        {t(
          "What the moderators have to say, and why a picture of yours can't be used, you are told in any case.",
        )}
      </p>
    </SettingsBody>
  )
}
