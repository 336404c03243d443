import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { signOut } from '../session/sign-out.ts'
import { useSession } from '../session/use-session.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { NameAndHandle } from '../ui/NameAndHandle.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { SettingsBody } from './SettingsBody.tsx'

/** Who is signed in, and the ways out. */
export function AccountPage() {
  const { me } = useSession()
  const leave = () => void signOut().catch((error: unknown) => toast(sentenceFor(error)))
  return (
    <SettingsBody>
      {me && (
        <Link to="/@{$handle}" params={{ handle: me.handle }} className="flex items-center gap-3">
          <Avatar person={me} />
          <span className="min-w-0">
            <NameAndHandle person={me} />
          </span>
        </Link>
      )}
      <div className="flex flex-wrap gap-3">
        <button type="button" className="btn ghost" onClick={leave}>
          {t('Sign out')}
        </button>
        <Link to="/settings/$page" params={{ page: 'sessions' }} className="btn ghost">
          {t('Where you are signed in')}
        </Link>
      </div>
    </SettingsBody>
  )
}
