import { linkify, type Stretch } from '@mayfly/domain/linkify'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'

interface Props {
  id?: string
  text: string
  className?: string
}

/** What somebody wrote: plain text with links in it, never markup. */
export function LinkedText({ id, text, className = '' }: Props) {
  const stretches = useMemo(() => placed(linkify(text)), [text])
  return (
    <div id={id} dir="auto" className={`linked-text ${className}`}>
      {stretches.map(({ at, stretch }) => (
        <StretchOfText key={at} stretch={stretch} />
      ))}
    </div>
  )
}

function StretchOfText({ stretch }: { stretch: Stretch }): ReactNode {
  switch (stretch.kind) {
    case 'text':
      return stretch.text
    case 'tag':
      return <span className="text-tag">{stretch.text}</span>
    case 'person':
      return (
        <Link to="/@{$handle}" params={{ handle: stretch.handle }} className="text-link">
          {stretch.text}
        </Link>
      )
    case 'link':
      return (
        <a href={stretch.href} target="_blank" rel="nofollow noopener ugc" className="text-link">
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
