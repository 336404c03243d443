import type { Post } from '@mayfly/contract/posts'
import { useSession } from '../session/use-session.ts'
import { useSignInFirst } from '../session/use-sign-in-first.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { useComposer } from './composer-store.ts'

interface Props {
  words: string
  /** What the button on the right says. */
  deed: string
  replyTo?: Post
  className?: string
}

/** A line that looks like the place to write in, and opens the composer. */
export function PostPrompt({ words, deed, replyTo, className = '' }: Props) {
  const { me } = useSession()
  const signInFirst = useSignInFirst()
  const compose = useComposer((composer) => composer.open)
  return (
    <button
      type="button"
      className={`prompt ${className}`}
      onClick={() => signInFirst(() => compose({ replyTo }))}
    >
      {me ? <Avatar person={me} /> : <span className="prompt-nobody" />}
      <span className="truncate">{words}</span>
      <span className="btn sm" aria-hidden="true">
        {deed}
      </span>
    </button>
  )
}
