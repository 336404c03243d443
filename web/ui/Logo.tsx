import { Link } from '@tanstack/react-router'
import { useSession } from '../session/use-session.ts'

/** The ring and the name; leads home. */
export function Logo() {
  const { state } = useSession()
  return (
    <Link
      to={state === 'signed-out' ? '/explore' : '/home'}
      aria-label="Mayfly"
      className="flex min-h-10 items-center gap-2.5 px-3 font-display text-2xl font-extrabold tracking-tight"
    >
      <span className="ring ring-logo" />
      <span className="wide">mayfly</span>
    </Link>
  )
}
