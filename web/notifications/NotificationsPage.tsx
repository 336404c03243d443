import './notifications.css'
import { Link, useSearch } from '@tanstack/react-router'
import { SlidersHorizontal } from 'lucide-react'
import { t } from '../language/words.ts'
import { PhoneMenu } from '../ui/PhoneMenu.tsx'
import { TabLinks } from '../ui/TabLinks.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { Notifications } from './Notifications.tsx'

const exactly = { exact: true, includeSearch: true }

/** What others did with one and one's posts. */
export function NotificationsPage() {
  const { tab = 'all' } = useSearch({ from: '/shell/mine/notifications' })
  return (
    <>
      <TopBar title={t('Notifications')} before={<PhoneMenu />}>
        <Link
          to="/settings/$page"
          params={{ page: 'notifications' }}
          className="icon-btn -me-3"
          aria-label={t('Choose what you are told of')}
          title={t('Choose what you are told of')}
        >
          <SlidersHorizontal size={20} aria-hidden="true" />
        </Link>
      </TopBar>
      <TabLinks label={t('Notifications')}>
        <Link to="/notifications" search={{}} activeOptions={exactly}>
          {t('All')}
        </Link>
        <Link to="/notifications" search={{ tab: 'talk' }} activeOptions={exactly}>
          {t('Conversations')}
        </Link>
        <Link to="/notifications" search={{ tab: 'reactions' }} activeOptions={exactly}>
          {t('Reactions')}
        </Link>
      </TabLinks>
      <Notifications key={tab} filter={tab} />
    </>
  )
}
