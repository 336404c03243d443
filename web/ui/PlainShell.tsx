import type { ReactNode } from 'react'
import { t } from '../language/words.ts'
import { SiteLinks } from './SiteLinks.tsx'

/** The frame of pages that stand for themselves, without the app's navigation. */
export function PlainShell({ children }: { children: ReactNode }) {
  return (
    <div className="auth-shell">
      <header>
        <a
          href="/"
          aria-label={t("Mayfly's front page")}
          className="inline-flex min-h-11 items-center gap-3 font-display text-2xl font-extrabold tracking-tight"
        >
          <span className="ring ring-logo" />
          mayfly
        </a>
      </header>
      <main className="auth-main">{children}</main>
      <footer className="py-6 text-center text-sm text-ink2">
        <SiteLinks />
      </footer>
    </div>
  )
}
