import type { Quote, QuotedPost } from '@mayfly/contract/posts'
import { Link, useNavigate } from '@tanstack/react-router'
import { VolumeX } from 'lucide-react'
import { type CSSProperties, type MouseEvent, useRef, useState } from 'react'
import { endOf, lifeOf } from '../clock/life.ts'
import { timeLeft } from '../clock/time-left.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { rich } from '../language/rich.tsx'
import { type Text, t } from '../language/words.ts'
import { PhotoGrid } from '../pictures/PhotoGrid.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { LifeRing } from '../ui/LifeRing.tsx'
import { LinkedText } from '../ui/LinkedText.tsx'
import { useRoomOf } from '../ui/use-room-of.ts'
import { ContentWarning } from './ContentWarning.tsx'

interface Props {
  /** Tells by itself when the quoted post is over. */
  id: string
  /** Null when it is gone, or not for this reader. */
  post: (QuotedPost & Partial<Pick<Quote, 'mutedFor'>>) | null
}

/** The post that another one quotes, for as long as it lives; then the line that is left of it. */
export function QuoteCard({ id, post }: Props) {
  const left = useTimeLeft(endOf(id))
  const frame = useRef<HTMLDivElement>(null)
  const isShown = left > 0 && post !== null
  const room = useRoomOf(frame, isShown)
  if (isShown)
    return (
      <div ref={frame} className="quote-frame">
        {post.mutedFor ? (
          <MutedQuote post={post} left={left} mutedFor={post.mutedFor} />
        ) : (
          <LiveQuote post={post} left={left} />
        )}
      </div>
    )
  return (
    <div ref={frame} className="quote-frame" style={{ minHeight: room.current }}>
      <p className="quote-gone">
        {left > 0 ? t('A post that is not to be seen') : t('A post that has faded')}
      </p>
    </div>
  )
}

const mutedWords = {
  person: 'A post by somebody you muted',
  word: 'A post with a word you muted',
} as const satisfies Record<NonNullable<Quote['mutedFor']>, Text>

/** One line in its place, until its reader asks for it. */
function MutedQuote({ mutedFor, ...quote }: LiveQuoteProps & { mutedFor: keyof typeof mutedWords }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className="warning" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <VolumeX size={16} aria-hidden="true" />
        <span className="grow">{t(mutedWords[mutedFor])}</span>
        <span className="shrink-0 text-ink2">{isOpen ? t('Hide') : t('Show')}</span>
      </button>
      {isOpen && <LiveQuote {...quote} />}
    </>
  )
}

interface LiveQuoteProps {
  post: QuotedPost
  left: number
}

function LiveQuote({ post, left }: LiveQuoteProps) {
  const { id, author, body, contentWarning, language, photos } = post
  const [isUnfolded, setIsUnfolded] = useState(contentWarning === null)
  const navigate = useNavigate()
  const place = { to: '/@{$handle}/$postId', params: { handle: author.handle, postId: id } } as const
  const { life, stage } = lifeOf(id, left)
  const open = (event: MouseEvent) => {
    const isInside = event.target instanceof Element && event.target.closest('a, button, .alt-popover')
    if (!isInside && (getSelection()?.isCollapsed ?? true)) void navigate(place)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the time is the link; a press beside it is an extra.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <div
      className="quote"
      data-stage={stage}
      style={{ '--life': life.toFixed(4) } as CSSProperties}
      onClick={open}
    >
      <p className="quote-head">
        <Avatar person={author} size={20} />
        {rich('<unseen>Quoted: </unseen>{who}', {
          unseen: (aloud) => <span className="sr-only">{aloud}</span>,
          who: <bdi className="quote-name truncate">{author.displayName}</bdi>,
        })}
        <span dir="auto" className="quote-handle truncate">
          @{author.handle}
        </span>
        <Link {...place} className="life">
          <LifeRing />
          <span aria-hidden="true">{timeLeft(left, 'short')}</span>
          <span className="sr-only">
            {t('The quoted post fades in {time}', { time: timeLeft(left, 'long') })}
          </span>
        </Link>
      </p>
      {contentWarning !== null && (
        <ContentWarning
          id={`${id}-quoted-warning`}
          words={contentWarning}
          isOpen={isUnfolded}
          toggle={() => setIsUnfolded(!isUnfolded)}
        />
      )}
      {isUnfolded && body !== '' && (
        <LinkedText className="post-body quote-body" text={body} language={language} />
      )}
      {isUnfolded && <PhotoGrid postId={id} photos={photos} />}
    </div>
  )
}
