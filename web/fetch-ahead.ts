import { fetchComposer } from './posts/Composer.tsx'
import { router } from './routes.tsx'

const PAUSE_MS = 2_000

/** Fetches the rest of the app once the first page has settled: what comes next is quick, and works offline. */
export function fetchAhead(): void {
  setTimeout(() => {
    const parts = Object.values(router.routesById).map((route) => router.loadRouteChunk(route))
    // Whatever can't be had now is fetched, or fails, when it is wanted.
    const settings = import('./settings/settings-pages.ts').then(({ fetchSettings }) => fetchSettings())
    void Promise.allSettled([...parts, fetchComposer(), settings])
  }, PAUSE_MS)
}
