import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'
import {
  Accessibility,
  Archive,
  Bell,
  CircleUser,
  DoorOpen,
  EyeOff,
  Flag,
  KeyRound,
  Leaf,
  type LucideIcon,
  MonitorSmartphone,
  Palette,
  UserPen,
  VolumeX,
} from 'lucide-react'
import type { Text } from '../language/words.ts'

interface SettingsEntry {
  /** Its address below `/settings/`. */
  path: string
  title: Text
  /** What there is to find on it, in a few words. */
  about: Text
  icon: LucideIcon
  page: AsyncRouteComponent<object>
}

/** Every page of the settings, in the order of the list: a line here and a file beside this one. */
export const settingsPages: readonly SettingsEntry[] = [
  {
    path: 'profile',
    title: 'Profile',
    about: 'Name, bio, pictures, handle',
    icon: UserPen,
    page: lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage'),
  },
  {
    path: 'account',
    title: 'Account',
    about: 'Who is signed in, signing out',
    icon: CircleUser,
    page: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
  },
  {
    path: 'security',
    title: 'Security',
    about: 'Password, e-mail address',
    icon: KeyRound,
    page: lazyRouteComponent(() => import('./SecurityPage.tsx'), 'SecurityPage'),
  },
  {
    path: 'sessions',
    title: 'Where you are signed in',
    about: 'Your devices, signing out elsewhere',
    icon: MonitorSmartphone,
    page: lazyRouteComponent(() => import('./SessionsPage.tsx'), 'SessionsPage'),
  },
  {
    path: 'appearance',
    title: 'Appearance',
    about: 'Theme, text size, language',
    icon: Palette,
    page: lazyRouteComponent(() => import('./AppearancePage.tsx'), 'AppearancePage'),
  },
  {
    path: 'calm',
    title: 'Calm',
    about: 'Less to count, to chase, to load',
    icon: Leaf,
    page: lazyRouteComponent(() => import('./CalmPage.tsx'), 'CalmPage'),
  },
  {
    path: 'accessibility',
    title: 'Accessibility',
    about: 'Keys, descriptions of photos',
    icon: Accessibility,
    page: lazyRouteComponent(() => import('./AccessibilityPage.tsx'), 'AccessibilityPage'),
  },
  {
    path: 'notifications',
    title: 'Notifications',
    about: 'What you are told of, and from whom',
    icon: Bell,
    page: lazyRouteComponent(() => import('./NotificationsPage.tsx'), 'NotificationsPage'),
  },
  {
    path: 'privacy',
    title: 'Privacy',
    about: 'How long posts live, whom you block',
    icon: EyeOff,
    page: lazyRouteComponent(() => import('./PrivacyPage.tsx'), 'PrivacyPage'),
  },
  {
    path: 'muted',
    title: 'Muted',
    about: 'Words and people',
    icon: VolumeX,
    page: lazyRouteComponent(() => import('./MutedPage.tsx'), 'MutedPage'),
  },
  {
    path: 'reports',
    title: 'Reports',
    about: 'What became of what you reported',
    icon: Flag,
    page: lazyRouteComponent(() => import('./ReportsPage.tsx'), 'ReportsPage'),
  },
  {
    path: 'data',
    title: 'Your data',
    about: 'A copy of it, drafts on this device',
    icon: Archive,
    page: lazyRouteComponent(() => import('./DataPage.tsx'), 'DataPage'),
  },
  {
    path: 'delete',
    title: 'Delete your account',
    about: 'Leave Mayfly',
    icon: DoorOpen,
    page: lazyRouteComponent(() => import('./DeletePage.tsx'), 'DeletePage'),
  },
]

/** Fetches what is not there yet, so that the next page is quick, and works offline. */
export const fetchSettings = () => Promise.allSettled(settingsPages.map(({ page }) => page.preload?.()))
