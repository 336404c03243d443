import { Link, useSearch } from '@tanstack/react-router'
import { type Text, t } from '../language/words.ts'
import { PhoneMenu } from '../ui/PhoneMenu.tsx'
import { TabLinks } from '../ui/TabLinks.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { ExploreViews } from './ExploreViews.tsx'
import type { ExploreAddress } from './explore-address.ts'
import { SearchBox } from './SearchBox.tsx'
import { SearchViews } from './SearchViews.tsx'

const exactly = { exact: true, includeSearch: true }

const tabs: { label: Text; tab?: ExploreAddress['tab'] }[] = [
  { label: 'Top' },
  { label: 'Latest', tab: 'latest' },
  { label: 'People', tab: 'people' },
  { label: 'Tags', tab: 'tags' },
]

/** What everybody writes, and what of it has certain words. */
export function ExplorePage() {
  const { q, tab } = useSearch({ from: '/shell/explore' })
  const words = q === undefined ? {} : { q }
  return (
    <>
      <TopBar
        title={q === undefined ? t('Explore') : t('Search')}
        tabTitle={q === undefined ? t('Explore') : t('{q} · Search', { q })}
        before={<PhoneMenu />}
      />
      <div className="explore-search">
        <SearchBox {...words} {...(tab && { tab })} />
      </div>
      <TabLinks label={q === undefined ? t('Explore') : t('What was found')}>
        {tabs.map(({ label, tab: view }) => (
          <Link
            key={label}
            to="/explore"
            search={{ ...words, ...(view && { tab: view }) }}
            activeOptions={exactly}
          >
            {t(label)}
          </Link>
        ))}
      </TabLinks>
      {q === undefined ? <ExploreViews tab={tab} /> : <SearchViews key={q} q={q} tab={tab} />}
    </>
  )
}
