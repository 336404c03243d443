import './settings.css'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'
import { NotFound } from '../ui/NotFound.tsx'
import { PagePending } from '../ui/PagePending.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { TwoPanes } from '../ui/TwoPanes.tsx'
import { SettingsList } from './SettingsList.tsx'
import { settingsPages } from './settings-pages.ts'

/** The list of the settings, and beside it the page that is open; on narrow screens one or the other. */
export function SettingsPage() {
  const { page } = useParams({ strict: false })
  const open = settingsPages.find(({ path }) => path === page)
  if (page !== undefined && open === undefined) return <NotFound />
  return (
    <TwoPanes
      label={t('All settings')}
      title={t('Settings')}
      list={<SettingsList />}
      open={
        open && (
          <>
            <TopBar title={t(open.title)} hasBack above="/settings" />
            <Suspense fallback={<PagePending />}>
              <open.page />
            </Suspense>
          </>
        )
      }
    >
      <Empty title={t('Make it yours')}>
        {t(
          'Choose what you want to change. How Mayfly looks is kept in this browser alone; the rest goes with your account.',
        )}
      </Empty>
    </TwoPanes>
  )
}
