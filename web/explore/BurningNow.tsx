import { Flame } from 'lucide-react'
import { t } from '../language/words.ts'
import { AsideTrends } from './AsideTrends.tsx'

/** What many people write about, beside the page. Its room is there from the beginning. */
export const BurningNow = () => (
  <section aria-labelledby="burning-now" className="card burning-now">
    <h2 id="burning-now" className="flex items-center gap-2 text-lg font-bold">
      <Flame size={20} aria-hidden="true" className="text-ember" />
      {t('Burning now')}
    </h2>
    <AsideTrends />
  </section>
)
