import type { Person } from '@mayfly/contract/people'
import { Ellipsis, Flag, Link2 } from 'lucide-react'
import { t } from '../language/words.ts'
import { report } from '../reporting.ts'
import { useSession } from '../session/use-session.ts'
import { tieItems } from '../ties/tie-items.tsx'
import { copyLink } from '../ui/copy-link.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'

/** What else can be done with a person. */
export function ProfileMenu({ person }: { person: Person }) {
  const { me } = useSession()
  const { handle } = person
  const reporting = {
    label: t('Report {handle}', { handle: `@${handle}` }),
    icon: <Flag size={18} aria-hidden="true" />,
    isDangerous: true,
    onSelect: () => report({ kind: 'person', handle }),
  }
  const items: MenuItem[] = [
    {
      label: t('Copy link to profile'),
      icon: <Link2 size={18} aria-hidden="true" />,
      onSelect: () => void copyLink(new URL(`/@${handle}`, location.href).href),
    },
    ...(me ? [...tieItems(handle, person.isMuted), reporting] : []),
  ]
  return (
    <Menu
      label={t('More about {handle}', { handle: `@${handle}` })}
      items={items}
      buttonClass="icon-btn outlined"
    >
      <Ellipsis size={18} aria-hidden="true" />
    </Menu>
  )
}
