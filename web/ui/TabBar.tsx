import { Plus } from 'lucide-react'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { useUnread } from '../unread.ts'
import { destinationsOf } from './destinations.ts'
import { NavLinks } from './NavLinks.tsx'

/** What there is room for beside the plus. The profile leads on to the settings. */
const PLACES = 4

/** The navigation under the thumb, on phones. */
export function TabBar({ compose }: { compose: () => void }) {
  const session = useSession()
  const unread = useUnread()
  const places = destinationsOf(session, unread).filter(({ isOnTabBar = true }) => isOnTabBar)
  const isVisitor = session.state === 'signed-out'
  return (
    <nav aria-label={t('Tabs')} className={isVisitor ? 'tab-bar tab-bar-labelled' : 'tab-bar'}>
      <NavLinks places={isVisitor ? places : places.slice(0, 2)} />
      {!isVisitor && (
        <>
          <button type="button" className="tab-bar-plus" aria-label={t('New post')} onClick={compose}>
            <Plus size={24} aria-hidden="true" />
          </button>
          <NavLinks places={places.slice(2, PLACES)} />
        </>
      )}
    </nav>
  )
}
