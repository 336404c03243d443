import { useEffect } from 'react'

/** Names the page in the browser's tab: `Home · Mayfly`. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Mayfly`
  }, [title])
}
