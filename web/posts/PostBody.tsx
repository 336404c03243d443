import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { linkify, type Stretch } from './linkify.ts'

/** A post's text: plain text with links in it, never markup. */
export function PostBody({ id, text }: { id?: string; text: string }) {
  const stretches = useMemo(() => placed(linkify(text)), [text])
  return (
    <div id={id} dir="auto" className="post-body">
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
      return <span className="post-tag">{stretch.text}</span>
    case 'person':
      return (
        <Link to="/@{$handle}" params={{ handle: stretch.handle }} className="post-link">
          {stretch.text}
        </Link>
      )
    case 'link':
      return (
        <a href={stretch.href} target="_blank" rel="nofollow noopener ugc" className="post-link">
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
