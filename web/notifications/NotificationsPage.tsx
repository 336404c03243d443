import './notifications.css'
import { Link, useSearch } from '@tanstack/react-router'
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
      <TopBar title="Notifications" before={<PhoneMenu />} />
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
