import { useState } from 'react'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey, useRead } from '../use-api.ts'
import { EmailCodeForm } from './EmailCodeForm.tsx'
import { type AskedEmail, EmailForm } from './EmailForm.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** The address that one signs in with: first the new one, then the code that was sent to it. */
export function EmailSection() {
  const { data, error, refetch } = useRead('showAccount', {})
  const [asked, setAsked] = useState<AskedEmail>()
  const finish = () => {
    setAsked(undefined)
    void queryClient.invalidateQueries({ queryKey: readKey('showAccount') })
    toast(t('Your address is changed. Sign in with the new one from now on.'))
  }
  return (
    <SettingsSection title={t('E-mail address')} note={t('You sign in with it. Nobody else sees it.')}>
      {error && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      <p className="min-h-6 break-words">
        {data &&
          rich('Now it is <strong>{email}</strong>.', {
            email: <bdi>{data.email}</bdi>,
            strong: (words) => <strong>{words}</strong>,
          })}
      </p>
      {asked ? (
        <EmailCodeForm asked={asked} finish={finish} giveUp={() => setAsked(undefined)} />
      ) : (
        <EmailForm ask={setAsked} />
      )}
    </SettingsSection>
  )
}
