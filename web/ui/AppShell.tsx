import { Outlet } from '@tanstack/react-router'
import { useSession } from '../session/use-session.ts'
import { Aside } from './Aside.tsx'
import { NavRail } from './NavRail.tsx'
import { OfflineBar } from './OfflineBar.tsx'
import { TabBar } from './TabBar.tsx'

/** The frame of the app: navigation, the page, and what stands beside it. */
export function AppShell({ compose }: { compose: () => void }) {
  const { state } = useSession()
  return (
    <>
      <a href="#main" className="btn skip-link">
        Skip to content
      </a>
      <div className="shell">
        <NavRail compose={compose} />
        <main id="main" tabIndex={-1} className="shell-main" aria-busy={state === 'starting'}>
          <OfflineBar />
          <Outlet />
        </main>
        <Aside />
      </div>
      <TabBar compose={compose} />
    </>
  )
}
