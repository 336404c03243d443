import { useEffect } from 'react'
import { shortCount, useUnreadInAll } from '../unread.ts'

/** Names the page in the browser's tab: `Home · Mayfly`, and `(3) Home · Mayfly` with three things unread. */
export function usePageTitle(title: string): void {
  const unread = useUnreadInAll()
  useEffect(() => {
    const mark = unread > 0 ? `(${shortCount(unread)}) ` : ''
    document.title = `${mark}${title} · Mayfly`
  }, [title, unread])
}
