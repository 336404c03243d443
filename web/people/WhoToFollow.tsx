import { t } from '../language/words.ts'
import { AsideSuggestions } from './AsideSuggestions.tsx'

/** People whom one may want to follow, beside the page. Its room is there from the beginning. */
export const WhoToFollow = () => (
  <section aria-labelledby="who-to-follow" className="card who-to-follow">
    <h2 id="who-to-follow" className="text-lg font-bold">
      {t('Who to follow')}
    </h2>
    <AsideSuggestions />
  </section>
)
