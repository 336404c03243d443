import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Text, t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { SiteLinks } from './SiteLinks.tsx'
import { useShortcutHelp } from './shortcut-help.ts'

const stages: { name: Text; words: Text; life: string }[] = [
  { name: 'Fresh', words: 'more than half its life to go', life: 'life-fresh' },
  { name: 'Waning', words: 'the ink cools, the wick is short', life: 'life-waning' },
  { name: 'Ember', words: 'the last of its time', life: 'life-ember' },
]

/** What stands beside the page where there is room: how to read a post's ring, and where else to go. */
export function Aside({ top, children }: { top: ReactNode; children: ReactNode }) {
  const { state } = useSession()
  const showHelp = useShortcutHelp((help) => help.open)
  return (
    <aside aria-label={t('About Mayfly')} className="aside">
      {top}
      {state === 'signed-out' && <JoinCard />}
      {children}
      <section className="card flex-none p-4">
        <h2 className="mb-1 text-lg font-bold">{t('How a post burns')}</h2>
        <ul>
          {stages.map(({ name, words, life }) => (
            <li key={name} className="flex items-center gap-3 py-1.5">
              <span className={`ring ring-stage ${life}`} />
              <span>
                <span className="block font-semibold">{t(name)}</span>
                <span className="block text-sm text-ink2">{t(words)}</span>
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-1 text-sm text-ink2">{t('Then it is gone, and its replies with it.')}</p>
      </section>
      <footer className="px-4 text-note text-ink2">
        <SiteLinks />
        <button type="button" className="footer-link" onClick={showHelp}>
          {t('Keyboard shortcuts')}
        </button>
      </footer>
    </aside>
  )
}

function JoinCard() {
  return (
    <section className="card p-4">
      <h2 className="text-lg font-bold">{t('Say it, then let it go')}</h2>
      <p className="mt-1 mb-3 text-sm text-ink2">
        {t('Write something that lasts an hour or a month. Then it is gone.')}
      </p>
      <Link to="/signup" className="btn sm">
        {t('Join Mayfly')}
      </Link>
    </section>
  )
}
