import { lazy, Suspense } from 'react'
import { useMedia } from '../ui/use-media.ts'

const Suggestions = lazy(async () => ({
  default: (await import('./AsideSuggestions.tsx')).AsideSuggestions,
}))

/** People whom one may want to follow, beside the page. Its room is there from the beginning. */
export function WhoToFollow() {
  // Where there is no aside, nobody need be asked.
  const hasRoom = useMedia('(min-width: 1024px)')
  if (!hasRoom) return null
  return (
    <section aria-labelledby="who-to-follow" className="card who-to-follow">
      <h2 id="who-to-follow" className="text-lg font-bold">
        Who to follow
      </h2>
      <Suspense>
        <Suggestions />
      </Suspense>
    </section>
  )
}
