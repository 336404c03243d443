import './notifications.css'
import { Link, useSearch } from '@tanstack/react-router'
import { SlidersHorizontal } from 'lucide-react'
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
      <TopBar title="Notifications" before={<PhoneMenu />}>
        <Link
          to="/settings/$page"
          params={{ page: 'notifications' }}
          className="icon-btn -mr-3"
          aria-label="Choose what you are told of"
          title="Choose what you are told of"
        >
          <SlidersHorizontal size={20} aria-hidden="true" />
        </Link>
      </TopBar>
      <TabLinks label="Notifications">
        <Link to="/notifications" search={{}} activeOptions={exactly}>
          All
        </Link>
        <Link to="/notifications" search={{ tab: 'talk' }} activeOptions={exactly}>
          Conversations
        </Link>
        <Link to="/notifications" search={{ tab: 'reactions' }} activeOptions={exactly}>
          Reactions
        </Link>
      </TabLinks>
      <Notifications key={tab} filter={tab} />
    </>
  )
}
