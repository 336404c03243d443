import type { ReactNode } from 'react'
import { usePageTitle } from './page-title.ts'

interface Props {
  title: string
  children: ReactNode
  action?: ReactNode
}

/** A whole page that says why there is nothing to see, with ways on. */
export function GonePage({ title, children, action }: Props) {
  usePageTitle(title)
  return (
    <main className="mx-auto grid min-h-dvh max-w-[30rem] content-center justify-items-center gap-4 px-6 py-12 text-center">
      <span className="ring ring-empty" aria-hidden="true" />
      <h1 tabIndex={-1} className="text-2xl font-extrabold">
        {title}
      </h1>
      <p className="text-ink2">{children}</p>
      <p className="mt-2 flex flex-wrap justify-center gap-3">
        {action}
        <a href="/explore" className="btn ghost">
          See what is burning now
        </a>
      </p>
    </main>
  )
}
