import { Flame } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useMedia } from '../ui/use-media.ts'

const Trends = lazy(async () => ({ default: (await import('./AsideTrends.tsx')).AsideTrends }))

/** What many people write about, beside the page. Its room is there from the beginning. */
export function BurningNow() {
  const hasRoom = useMedia('(min-width: 1024px)')
  if (!hasRoom) return null
  return (
    <section aria-labelledby="burning-now" className="card burning-now">
      <h2 id="burning-now" className="flex items-center gap-2 text-lg font-bold">
        <Flame size={20} aria-hidden="true" className="text-ember" />
        Burning now
      </h2>
      <Suspense>
        <Trends />
      </Suspense>
    </section>
  )
}
