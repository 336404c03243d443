import { Plus } from 'lucide-react'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { useUnread } from '../unread.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { destinationsOf } from './destinations.ts'
import { Logo } from './Logo.tsx'
import { NavLinks } from './NavLinks.tsx'

/** The navigation beside the page; icons alone where there is little room. */
export function NavRail({ compose }: { compose: () => void }) {
  const session = useSession()
  const unread = useUnread()
  return (
    <nav aria-label={t('Main')} className="nav-rail">
      <Logo />
      <div className="h-1" />
      <NavLinks places={destinationsOf(session, unread)} className="nav-item" />
      {session.state !== 'signed-out' && (
        <button type="button" className="btn new-post" aria-keyshortcuts="n" onClick={compose}>
          <Plus size={20} aria-hidden="true" />
          <span className="label">{t('New post')}</span>
        </button>
      )}
      {session.me && <AccountMenu me={session.me} />}
    </nav>
  )
}
