import type { ReactNode } from 'react'
import { BackButton } from './BackButton.tsx'
import { usePageTitle } from './page-title.ts'

interface Props {
  /** The page's h1, and its name in the browser's tab. */
  title: string
  /** The name in the tab, where it says more than the h1. */
  tabTitle?: string
  hasBack?: boolean
  /** Where back leads when the visitor came straight here. */
  above?: '/explore' | '/messages' | '/settings' | '/mod'
  /** Stands before the title. */
  before?: ReactNode
  /** Stands at the right. */
  children?: ReactNode
}

/** The bar that stays at the top of a page. */
export function TopBar({
  title,
  tabTitle = title,
  hasBack = false,
  above = '/explore',
  before,
  children,
}: Props) {
  usePageTitle(tabTitle)
  return (
    <header className="top-bar">
      {hasBack && <BackButton above={above} />}
      {before}
      <h1 tabIndex={-1} dir="auto" className="truncate text-xl font-bold">
        {title}
      </h1>
      <div className="ms-auto flex items-center gap-1">{children}</div>
    </header>
  )
}
