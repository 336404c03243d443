import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { useAccountItems } from './AccountMenu.tsx'
import { Avatar } from './Avatar.tsx'
import { Menu } from './Menu.tsx'

/** What the account menu offers, on phones: behind one's own face at the top. */
export function PhoneMenu() {
  const { me, state } = useSession()
  const items = useAccountItems(me?.handle)
  if (state === 'signed-out') return null
  // Its room is there before anybody knows who this is, so that nothing moves.
  return (
    <span className="phone-menu">
      {me && (
        <Menu label={t('Account menu')} items={items} align="start">
          <Avatar person={me} size={32} />
        </Menu>
      )}
    </span>
  )
}
