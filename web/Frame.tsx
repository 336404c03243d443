import { lazy, Suspense } from 'react'
import { usePalette } from './palette/palette-store.ts'
import { Lightbox } from './pictures/Lightbox.tsx'
import { Composer } from './posts/Composer.tsx'
import { useComposer } from './posts/composer-store.ts'
import { Reporting } from './reports/Reporting.tsx'
import { useSession } from './session/use-session.ts'
import { AppShell } from './ui/AppShell.tsx'
import { useAppBadge } from './ui/use-app-badge.ts'
import { useMedia } from './ui/use-media.ts'
import { useUnreadInAll } from './unread.ts'
import { useShortcuts } from './use-shortcuts.ts'

const AppAside = lazy(async () => ({ default: (await import('./AppAside.tsx')).AppAside }))
const HoverCards = lazy(async () => ({ default: (await import('./people/HoverCards.tsx')).HoverCards }))

const AppPalette = lazy(async () => ({ default: (await import('./AppPalette.tsx')).AppPalette }))

const compose = () => useComposer.getState().open()

/** The app's frame, with the composer at hand on every page. */
export function Frame() {
  const { state } = useSession()
  const hasRoom = useMedia('(min-width: 1024px)')
  const isPaletteOpen = usePalette((palette) => palette.isOpen)
  useShortcuts(compose)
  useAppBadge(useUnreadInAll())
  return (
    <>
      <AppShell compose={compose} aside={<Suspense>{hasRoom && <AppAside />}</Suspense>} />
      {state !== 'signed-out' && <Composer />}
      {state !== 'signed-out' && <Reporting />}
      <Lightbox />
      <Suspense>
        <HoverCards />
        {isPaletteOpen && <AppPalette compose={compose} />}
      </Suspense>
    </>
  )
}
