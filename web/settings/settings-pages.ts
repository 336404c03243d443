import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'
import { Accessibility, Bell, CircleUser, EyeOff, type LucideIcon, Palette } from 'lucide-react'

interface SettingsEntry {
  /** Its address below `/settings/`. */
  path: string
  title: string
  /** What there is to find on it, in a few words. */
  about: string
  icon: LucideIcon
  page: AsyncRouteComponent<object>
}

/** Every page of the settings, in the order of the list: a line here and a file beside this one. */
export const settingsPages: readonly SettingsEntry[] = [
  {
    path: 'account',
    title: 'Account',
    about: 'Who is signed in, signing out',
    icon: CircleUser,
    page: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
  },
  {
    path: 'appearance',
    title: 'Appearance',
    about: 'Theme, fading, text size',
    icon: Palette,
    page: lazyRouteComponent(() => import('./AppearancePage.tsx'), 'AppearancePage'),
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
    about: 'Whom you block',
    icon: EyeOff,
    page: lazyRouteComponent(() => import('./PrivacyPage.tsx'), 'PrivacyPage'),
  },
]

/** Fetches what is not there yet, so that the next page is quick, and works offline. */
export const fetchSettings = () => Promise.allSettled(settingsPages.map(({ page }) => page.preload?.()))
