import { Plus } from 'lucide-react'
import { useSession } from '../session/use-session.ts'
import { destinationsOf } from './destinations.ts'
import { NavLinks } from './NavLinks.tsx'

/** The navigation under the thumb, on phones. */
export function TabBar({ compose }: { compose: () => void }) {
  const session = useSession()
  const places = destinationsOf(session)
  const isVisitor = session.state === 'signed-out'
  return (
    <nav aria-label="Tabs" className={isVisitor ? 'tab-bar tab-bar-labelled' : 'tab-bar'}>
      <NavLinks places={isVisitor ? places : places.slice(0, 2)} />
      {!isVisitor && (
        <>
          <button type="button" className="tab-bar-plus" aria-label="New post" onClick={compose}>
            <Plus size={24} aria-hidden="true" />
          </button>
          <NavLinks places={places.slice(2)} />
        </>
      )}
    </nav>
  )
}
