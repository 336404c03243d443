import { useState } from 'react'
import { t } from '../language/words.ts'
import { LifetimeChips } from '../ui/LifetimeChips.tsx'
import { setUsualLifetime, usualLifetime } from '../usual-lifetime.ts'

interface Props {
  goBack: () => void
  finish: () => void
}

/** The second step: what every post has here. */
export function WelcomeLifetime({ goBack, finish }: Props) {
  const [chosen, setChosen] = useState(usualLifetime)
  return (
    <>
      <p className="text-sm text-ink2">{t('{n} of {total}', { n: 2, total: 2 })}</p>
      <h1 tabIndex={-1} className="text-2xl font-bold">
        {t('How long shall your posts live?')}
      </h1>
      <p className="mt-1 mb-4 text-ink2">
        {t(
          'Every post burns down and is gone. This is what yours begin with; you choose anew for each, and the settings change it.',
        )}
      </p>
      <LifetimeChips
        chosen={chosen}
        choose={(lifetime) => {
          setUsualLifetime(lifetime)
          setChosen(lifetime)
        }}
      />
      <p className="mt-6 flex flex-wrap justify-between gap-3">
        <button type="button" className="btn ghost" onClick={goBack}>
          {t('Back')}
        </button>
        <button type="button" className="btn" onClick={finish}>
          {t('Go to your home')}
        </button>
      </p>
    </>
  )
}
