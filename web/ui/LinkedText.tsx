import { linkify, type Stretch } from '@mayfly/domain/linkify'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'

interface Props {
  id?: string
  text: string
  /** As the author says, in BCP 47. */
  language?: string | null
  /** The handles that lead to somebody; without them all do. */
  mentions?: readonly string[]
  className?: string
}

/** What somebody wrote: plain text with links in it, never markup. Handles and addresses do not decide its direction. */
export function LinkedText({ id, text, language, mentions, className = '' }: Props) {
  const stretches = useMemo(() => placed(linkify(text)), [text])
  return (
    <div id={id} dir="auto" lang={language ?? undefined} className={`linked-text ${className}`}>
      {stretches.map(({ at, stretch }) => (
        <StretchOfText key={at} stretch={named(stretch, mentions)} />
      ))}
    </div>
  )
}

/** A handle that names nobody is a word as any other. */
function named(stretch: Stretch, mentions: readonly string[] | undefined): Stretch {
  const isNobody = stretch.kind === 'person' && mentions && !mentions.includes(stretch.handle)
  return isNobody ? { kind: 'text', text: stretch.text } : stretch
}

function StretchOfText({ stretch }: { stretch: Stretch }): ReactNode {
  switch (stretch.kind) {
    case 'text':
      return stretch.text
    case 'tag':
      return (
        <Link to="/tag/$tag" params={{ tag: stretch.text.slice(1) }} className="text-link">
          {stretch.text}
        </Link>
      )
    case 'person':
      return (
        <Link
          to="/@{$handle}"
          params={{ handle: stretch.handle }}
          data-person={stretch.handle}
          dir="ltr"
          className="text-link"
        >
          {stretch.text}
        </Link>
      )
    case 'link':
      return (
        <a href={stretch.href} target="_blank" rel="nofollow noopener ugc" dir="ltr" className="text-link">
          {stretch.text}
        </a>
      )
  }
}

/** Each stretch with the place where it begins. */
function placed(stretches: Stretch[]): { at: number; stretch: Stretch }[] {
  let end = 0
  return stretches.map((stretch) => {
    const at = end
    end += stretch.text.length
    return { at, stretch }
  })
}
