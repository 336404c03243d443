import { Outlet, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { safeNextPath } from '../session/next-path.ts'
import { useSession } from '../session/use-session.ts'
import { PagePending } from './PagePending.tsx'
import { SiteLinks } from './SiteLinks.tsx'

/** The frame of the sign-in pages. Who is signed in goes on to where they wanted to be. */
export function AuthShell() {
  const { state } = useSession()
  const { next } = useSearch({ from: '/auth' })
  const { history } = useRouter()
  const isIn = state === 'signed-in'
  useEffect(() => {
    if (isIn) history.replace(safeNextPath(next))
  }, [isIn, next, history])

  return (
    <div className="auth-shell">
      <header>
        <a
          href="/"
          aria-label="Mayfly's front page"
          className="inline-flex min-h-11 items-center gap-3 font-display text-2xl font-extrabold tracking-tight"
        >
          <span className="ring ring-logo" />
          mayfly
        </a>
      </header>
      <main className="auth-main">
        <div className="card auth-card">{state === 'signed-out' ? <Outlet /> : <PagePending />}</div>
      </main>
      <footer className="py-6 text-center text-sm text-ink2">
        <SiteLinks />
      </footer>
    </div>
  )
}
