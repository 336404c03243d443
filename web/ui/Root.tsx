import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Announcer } from './Announcer.tsx'
import { RouteProgress } from './RouteProgress.tsx'
import { useShortcutHelp } from './shortcut-help.ts'
import { Toaster } from './Toaster.tsx'
import { useArrival } from './use-arrival.ts'
import { useLapse } from './use-lapse.ts'

const ShortcutHelp = lazy(async () => ({ default: (await import('./ShortcutHelp.tsx')).ShortcutHelp }))

/** What is there on every page of the app. */
export function Root() {
  const isHelpOpen = useShortcutHelp((help) => help.isOpen)
  useArrival()
  useLapse()
  return (
    <>
      <RouteProgress />
      <Outlet />
      <Suspense>{isHelpOpen && <ShortcutHelp />}</Suspense>
      <Toaster />
      <Announcer />
    </>
  )
}
