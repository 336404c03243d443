import { useNavigate } from '@tanstack/react-router'
import { Hash, Keyboard, LogOut, Monitor, Moon, Plus, Search, Sun } from 'lucide-react'
import { type Text, t } from './language/words.ts'
import type { Command } from './palette/command.ts'
import { signOut } from './session/sign-out.ts'
import { useSession } from './session/use-session.ts'
import { settingsPages } from './settings/settings-pages.ts'
import { Avatar } from './ui/Avatar.tsx'
import { destinationsOf } from './ui/destinations.ts'
import { type Preference, setPreference } from './ui/preferences.ts'
import { sentenceFor } from './ui/sentence-for.ts'
import { useShortcutHelp } from './ui/shortcut-help.ts'
import { toast } from './ui/toast-store.ts'
import { usePeopleSearch } from './use-people-search.ts'

const PEOPLE_SHOWN = 5

const themes: { theme: Preference<'theme'>; label: Text; icon: typeof Sun }[] = [
  { theme: 'light', label: 'Light theme', icon: Sun },
  { theme: 'dark', label: 'Dark theme', icon: Moon },
  { theme: 'system', label: 'Theme of this device', icon: Monitor },
]

/** Where one can go and what one can do from everywhere. */
export function useCommands(compose: () => void): Command[] {
  const navigate = useNavigate()
  const session = useSession()
  const isSignedIn = session.state === 'signed-in'

  const places = destinationsOf(session).flatMap(({ label, icon: Icon, to }) =>
    to === undefined
      ? []
      : [goTo(to, label, <Icon size={18} aria-hidden="true" />, () => void navigate({ to }))],
  )
  const settings = settingsPages.map(({ path, title, about, icon: Icon }) => {
    const to = `/settings/${path}`
    const otherName = otherNames[path]
    return {
      ...goTo(
        to,
        t('Settings: {page}', { page: t(title) }),
        <Icon size={18} aria-hidden="true" />,
        () => void navigate({ to }),
      ),
      about: `${t(about)} ${otherName ? t(otherName) : ''}`,
    }
  })
  const write: Command = {
    id: 'new-post',
    group: 'Do',
    label: t('New post'),
    about: t('write compose say||other names'),
    icon: <Plus size={18} aria-hidden="true" />,
    run: compose,
  }
  const leave: Command = {
    id: 'sign-out',
    group: 'Do',
    label: t('Sign out'),
    about: t('log out leave||other names'),
    icon: <LogOut size={18} aria-hidden="true" />,
    run: () => void signOut().catch((error: unknown) => toast(sentenceFor(error))),
  }
  return isSignedIn ? [...places, write, ...onEveryPage(), leave, ...settings] : [...places, ...onEveryPage()]
}

/** What people type who look for a page of the settings. */
const otherNames: Record<string, Text> = {
  account: 'log out everywhere sign out||other names',
  appearance: 'dark light||other names',
  data: 'export my data download||other names',
  delete: 'remove close||other names',
  muted: 'mute hide||other names',
  privacy: 'block||other names',
  profile: 'edit avatar banner||other names',
  security: 'change log||other names',
  sessions: 'log out everywhere||other names',
}

function onEveryPage(): Command[] {
  const choices = themes.map(
    ({ theme, label, icon: Icon }): Command => ({
      id: `theme-${theme}`,
      group: 'Do',
      label: t(label),
      about: t('mode appearance colours||other names'),
      icon: <Icon size={18} aria-hidden="true" />,
      run: () => setPreference('theme', theme),
    }),
  )
  const help: Command = {
    id: 'shortcuts',
    group: 'Do',
    label: t('Keyboard shortcuts'),
    about: t('help keys||other names'),
    icon: <Keyboard size={18} aria-hidden="true" />,
    run: useShortcutHelp.getState().open,
  }
  return [...choices, help]
}

/** Whom and what to look for by what is typed. */
export function useFound(typed: string): Command[] {
  const navigate = useNavigate()
  const { found = [] } = usePeopleSearch(typed)
  const words = typed.trim()
  if (words === '') return []
  const people = found.slice(0, PEOPLE_SHOWN).map(
    (person): Command => ({
      id: person.id,
      group: 'People',
      label: `${person.displayName} @${person.handle}`,
      icon: <Avatar person={person} size={24} />,
      run: () => void navigate({ to: '/@{$handle}', params: { handle: person.handle } }),
    }),
  )
  const search: Command = {
    id: 'search',
    group: 'Search',
    label: t('Posts with “{words}”', { words }),
    icon: <Search size={18} aria-hidden="true" />,
    run: () => void navigate({ to: '/explore', search: { q: words } }),
  }
  const tag = words.replaceAll(/[\s#]/g, '')
  const toTag: Command = {
    id: 'tag',
    group: 'Search',
    label: `#${tag}`,
    icon: <Hash size={18} aria-hidden="true" />,
    run: () => void navigate({ to: '/tag/$tag', params: { tag } }),
  }
  return [...people, search, ...(tag === '' ? [] : [toTag])]
}

const goTo = (to: string, label: string, icon: Command['icon'], run: () => void): Command => ({
  id: to,
  group: 'Go to',
  label,
  icon,
  run,
})
