import {
  Bell,
  Bookmark,
  Compass,
  House,
  LogIn,
  type LucideIcon,
  Mail,
  Settings,
  Shield,
  User,
  UserPlus,
} from 'lucide-react'
import { t } from '../language/words.ts'
import type { SessionView } from '../session/state.ts'
import type { Unread } from '../unread.ts'

export interface Destination {
  label: string
  icon: LucideIcon
  /** Undefined as long as nobody knows: until the session has answered. */
  to: string | undefined
  keys?: string
  /** Whether pages below it are a part of it. */
  hasPages?: boolean
  /** Whether it may stand under the thumb, on phones. */
  isOnTabBar?: boolean
  /** How much is new there. */
  count?: number
}

/** The places that a visitor can go to from everywhere. */
export function destinationsOf({ state, me, isModerator }: SessionView, unread?: Unread): Destination[] {
  if (state === 'signed-out')
    return [
      { label: t('Explore'), icon: Compass, to: '/explore', keys: 'g e' },
      { label: t('Sign in'), icon: LogIn, to: '/signin' },
      { label: t('Join'), icon: UserPlus, to: '/signup' },
    ]
  return [
    { label: t('Home'), icon: House, to: '/home', keys: 'g h' },
    { label: t('Explore'), icon: Compass, to: '/explore', keys: 'g e' },
    {
      label: t('Notifications'),
      icon: Bell,
      to: '/notifications',
      keys: 'g n',
      count: unread?.notifications ?? 0,
    },
    {
      label: t('Messages'),
      icon: Mail,
      to: '/messages',
      keys: 'g m',
      hasPages: true,
      count: unread?.messages ?? 0,
    },
    { label: t('Bookmarks'), icon: Bookmark, to: '/bookmarks', keys: 'g b', isOnTabBar: false },
    ...(isModerator ? [moderation()] : []),
    { label: t('Profile'), icon: User, to: me && `/@${me.handle}`, keys: 'g p' },
    { label: t('Settings'), icon: Settings, to: '/settings', keys: 'g s', hasPages: true },
  ]
}

const moderation = (): Destination => ({
  label: t('Moderation'),
  icon: Shield,
  to: '/mod',
  hasPages: true,
  isOnTabBar: false,
})
