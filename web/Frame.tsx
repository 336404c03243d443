import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { BurningNow } from './explore/BurningNow.tsx'
import { usePalette } from './palette/palette-store.ts'
import { usePaletteKey } from './palette/use-palette-key.ts'
import { WhoToFollow } from './people/WhoToFollow.tsx'
import { Lightbox } from './pictures/Lightbox.tsx'
import { Composer } from './posts/Composer.tsx'
import { useComposer } from './posts/composer-store.ts'
import { Reporting } from './reports/Reporting.tsx'
import { useSession } from './session/use-session.ts'
import { AppShell } from './ui/AppShell.tsx'
import { useAppBadge } from './ui/use-app-badge.ts'
import { useUnreadInAll } from './unread.ts'
import { useShortcuts } from './use-shortcuts.ts'

const SearchBox = lazy(async () => ({ default: (await import('./explore/SearchBox.tsx')).SearchBox }))
const HoverCards = lazy(async () => ({ default: (await import('./people/HoverCards.tsx')).HoverCards }))

const AppPalette = lazy(async () => ({ default: (await import('./AppPalette.tsx')).AppPalette }))

const compose = () => useComposer.getState().open()

/** The app's frame, with the composer at hand on every page. */
export function Frame() {
  const { state } = useSession()
  // Explore has a search of its own.
  const isExplore = useLocation({ select: ({ pathname }) => pathname === '/explore' })
  const isPaletteOpen = usePalette((palette) => palette.isOpen)
  useShortcuts(compose)
  usePaletteKey()
  useAppBadge(useUnreadInAll())
  return (
    <>
      <AppShell
        compose={compose}
        asideTop={
          isExplore || (
            <Suspense fallback={<div className="search-room" />}>
              <SearchBox />
            </Suspense>
          )
        }
        aside={
          <>
            <BurningNow />
            {state !== 'signed-out' && <WhoToFollow />}
          </>
        }
      />
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
