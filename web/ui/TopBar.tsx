import { useRouter } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePageTitle } from './page-title.ts'

interface Props {
  /** The page's h1, and its name in the browser's tab. */
  title: string
  /** The name in the tab, where it says more than the h1. */
  tabTitle?: string
  hasBack?: boolean
  /** Stands at the right. */
  children?: ReactNode
}

/** The bar that stays at the top of a page. */
export function TopBar({ title, tabTitle = title, hasBack = false, children }: Props) {
  usePageTitle(tabTitle)
  return (
    <header className="top-bar">
      {hasBack && <BackButton />}
      <h1 tabIndex={-1} className="truncate text-xl font-bold">
        {title}
      </h1>
      <div className="ml-auto flex items-center gap-1">{children}</div>
    </header>
  )
}

/** Back to where the visitor came from; to explore, when they came straight here. */
function BackButton() {
  const router = useRouter()
  const goBack = () => {
    if (router.history.canGoBack()) router.history.back()
    else void router.navigate({ to: '/explore' })
  }
  return (
    <button type="button" className="icon-btn -ml-3" aria-label="Back" onClick={goBack}>
      <ArrowLeft size={20} aria-hidden="true" />
    </button>
  )
}
