import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { t } from '../language/words.ts'
import { safeNextPath } from '../session/next-path.ts'
import { PlainShell } from '../ui/PlainShell.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import { WelcomeLifetime } from './WelcomeLifetime.tsx'
import { WelcomePeople } from './WelcomePeople.tsx'

/** Somebody's first minute: a few people to follow, and how long their posts shall live. All of it can be skipped. */
export function WelcomePage() {
  const { next } = useSearch({ from: '/newcomers/welcome' })
  const { history } = useRouter()
  const [step, setStep] = useState<'people' | 'lifetime'>('people')
  const card = useRef<HTMLDivElement>(null)
  usePageTitle(t('Welcome'))

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read out from its beginning.
  useEffect(() => {
    card.current?.querySelector('h1')?.focus()
    scrollTo(0, 0)
  }, [step])

  return (
    <PlainShell>
      <div ref={card} className="card auth-card welcome">
        {step === 'people' ? (
          <WelcomePeople goOn={() => setStep('lifetime')} />
        ) : (
          <WelcomeLifetime
            goBack={() => setStep('people')}
            finish={() => history.replace(safeNextPath(next))}
          />
        )}
      </div>
    </PlainShell>
  )
}
