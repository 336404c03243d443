import type { ReactNode } from 'react'
import { usePageTitle } from '../ui/page-title.ts'

interface Props {
  title: string
  /** A sentence under the title. */
  lead?: ReactNode
  children: ReactNode
  /** Where else to go. */
  foot?: ReactNode
}

/** The frame of a sign-in page. */
export function AuthPage({ title, lead, children, foot }: Props) {
  usePageTitle(title)
  return (
    <>
      <h1 tabIndex={-1} className="text-[1.75rem] leading-tight font-extrabold">
        {title}
      </h1>
      {lead && <p className="mt-2 text-ink2">{lead}</p>}
      <div className="mt-6">{children}</div>
      {foot && <div className="mt-6 border-t border-line pt-4 text-sm text-ink2">{foot}</div>}
    </>
  )
}
