import { useLocation } from '@tanstack/react-router'
import { BurningNow } from './explore/BurningNow.tsx'
import { SearchBox } from './explore/SearchBox.tsx'
import { WhoToFollow } from './people/WhoToFollow.tsx'
import { useSession } from './session/use-session.ts'
import { Aside } from './ui/Aside.tsx'

/** What stands beside every page, where there is room. */
export function AppAside() {
  const { state } = useSession()
  // Explore has a search of its own.
  const isExplore = useLocation({ select: ({ pathname }) => pathname === '/explore' })
  return (
    <Aside top={!isExplore && <SearchBox />}>
      <BurningNow />
      {state !== 'signed-out' && <WhoToFollow />}
    </Aside>
  )
}
