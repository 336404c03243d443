import type { Person } from '@mayfly/contract/people'
import { useNavigate } from '@tanstack/react-router'
import { Bookmark, Ellipsis, LogOut, NotebookPen, Settings, Shield, User } from 'lucide-react'
import { t } from '../language/words.ts'
import { signOut } from '../session/sign-out.ts'
import { useSession } from '../session/use-session.ts'
import { Avatar } from './Avatar.tsx'
import { Menu, type MenuItem } from './Menu.tsx'
import { NameAndHandle } from './NameAndHandle.tsx'
import { sentenceFor } from './sentence-for.ts'
import { toast } from './toast-store.ts'

/** What one finds about oneself, and the way out. */
export function useAccountItems(handle = ''): MenuItem[] {
  const navigate = useNavigate()
  const { isModerator } = useSession()
  const moderation = {
    label: t('Moderation'),
    icon: <Shield size={18} aria-hidden="true" />,
    onSelect: () => void navigate({ to: '/mod' }),
  }
  return [
    {
      label: t('Your profile'),
      icon: <User size={18} aria-hidden="true" />,
      onSelect: () => void navigate({ to: '/@{$handle}', params: { handle } }),
    },
    {
      label: t('Bookmarks'),
      icon: <Bookmark size={18} aria-hidden="true" />,
      onSelect: () => void navigate({ to: '/bookmarks' }),
    },
    {
      label: t('Drafts'),
      icon: <NotebookPen size={18} aria-hidden="true" />,
      onSelect: () => void navigate({ to: '/drafts' }),
    },
    ...(isModerator ? [moderation] : []),
    {
      label: t('Settings'),
      icon: <Settings size={18} aria-hidden="true" />,
      onSelect: () => void navigate({ to: '/settings' }),
    },
    {
      label: t('Sign out'),
      icon: <LogOut size={18} aria-hidden="true" />,
      onSelect: () => void signOut().catch((error: unknown) => toast(sentenceFor(error))),
    },
  ]
}

/** Who is signed in, at the foot of the navigation. */
export function AccountMenu({ me }: { me: Person }) {
  return (
    <div className="account">
      <Menu items={useAccountItems(me.handle)} side="above" align="start" buttonClass="account-button">
        <Avatar person={me} size={40} />
        <span className="account-name">
          <NameAndHandle person={me} />
          <span className="sr-only">{t(', account menu')}</span>
        </span>
        <Ellipsis size={18} aria-hidden="true" className="wide text-ink2" />
      </Menu>
    </div>
  )
}
