import { fetchComposer } from './posts/Composer.tsx'
import { router } from './routes.tsx'
import { sessionView } from './session/state.ts'
import { savesData } from './ui/preferences.ts'

const PAUSE_MS = 2_000

/** Fetches the rest of the app once the first page has settled: what comes next is quick, and works offline. */
export function fetchAhead(): void {
  if (savesData()) return
  setTimeout(() => {
    const routes = Object.values(router.routesById).filter(({ id }) => isWanted(id))
    const parts = routes.map((route) => router.loadRouteChunk(route))
    // Whatever can't be had now is fetched, or fails, when it is wanted.
    const settings = import('./settings/settings-pages.ts').then(({ fetchSettings }) => fetchSettings())
    void Promise.allSettled([...parts, fetchComposer(), settings])
  }, PAUSE_MS)
}

/** Few people are moderators. */
const isWanted = (routeId: string) => sessionView().isModerator || !routeId.includes('/moderators/')
