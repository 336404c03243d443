import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { NavRail } from './NavRail.tsx'
import { OfflineBar } from './OfflineBar.tsx'
import { TabBar } from './TabBar.tsx'

interface Props {
  compose: () => void
  /** What stands beside the page. */
  aside: ReactNode
}

/** The frame of the app: navigation, the page, and what stands beside it. */
export function AppShell({ compose, aside }: Props) {
  const { state } = useSession()
  return (
    <>
      <a href="#main" className="btn skip-link">
        {t('Skip to content')}
      </a>
      <div className="shell">
        <NavRail compose={compose} />
        <main id="main" tabIndex={-1} className="shell-main" aria-busy={state === 'starting'}>
          <OfflineBar />
          <Outlet />
        </main>
        {aside}
      </div>
      <TabBar compose={compose} />
    </>
  )
}
