import './styles.css'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { SquarePen } from 'lucide-react'
import { t } from '../language/words.ts'
import { PhoneMenu } from '../ui/PhoneMenu.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { ConversationList } from './ConversationList.tsx'
import { useListPlace } from './use-list-place.ts'

/** One's conversations, and beside them the one that is open; on narrow screens one or the other. */
export function MessagesPage() {
  const isAtList = useLocation({ select: ({ pathname }) => /^\/messages\/?$/.test(pathname) })
  useListPlace(isAtList)
  return (
    <div className="messages" data-at={isAtList ? 'list' : 'chat'}>
      <section aria-label={t('Conversations')} className="messages-list">
        {isAtList ? (
          <TopBar title={t('Messages')} before={<PhoneMenu />}>
            <ToNew />
          </TopBar>
        ) : (
          <div className="top-bar">
            <h2 className="text-xl font-bold">{t('Messages')}</h2>
            <div className="ms-auto">
              <ToNew />
            </div>
          </div>
        )}
        <ConversationList />
      </section>
      <div className="messages-open">
        <Outlet />
      </div>
    </div>
  )
}

const ToNew = () => (
  <Link
    to="/messages/new"
    className="icon-btn -me-3"
    aria-label={t('New conversation')}
    title={t('New conversation')}
  >
    <SquarePen size={20} aria-hidden="true" />
  </Link>
)
