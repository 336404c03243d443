import { type ReactNode, useMemo } from 'react'
import { serverNow } from '../clock/server-clock.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { t } from '../language/words.ts'
import { OrderedFeed } from './Feed.tsx'
import type { Entry } from './feed-pages.ts'
import { lastChanceLine, nextLastChance } from './feed-rows.ts'
import { fadingFeed } from './feed-sources.ts'
import { useFeed } from './use-feed.ts'

const none: readonly Entry[] = []

/** What goes next comes first, with a line below what goes within the hour. */
export function FadingFeed({ personId, empty }: { personId: string; empty: ReactNode }) {
  const source = useMemo(() => fadingFeed(personId), [personId])
  const { entries = none } = useFeed(source, { isKeptFresh: true })
  // Renders again when the next post comes to its last hour.
  useTimeLeft(nextLastChance(entries, serverNow()))
  return (
    <OrderedFeed
      source={source}
      label={t('Fading')}
      empty={empty}
      end={t('That is all that still burns here.')}
      lineBefore={lastChanceLine(serverNow())}
    />
  )
}
