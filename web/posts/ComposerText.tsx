import { type ClipboardEvent, useId, useRef } from 'react'
import { t } from '../language/words.ts'
import { MentionList, mentionOptionId } from './MentionList.tsx'
import { postIdIn } from './post-address.ts'
import { useMentioning } from './use-mentioning.ts'

interface Props {
  body: string
  change: (body: string) => void
  /** Quotes the post whose address is pasted; undefined when there is a quote already. */
  quote: ((postId: string) => void) | undefined
  isReply: boolean
  isReadOnly: boolean
  isWrong: boolean
  /** What is wrong with it, or what went wrong with sending it. */
  note: string | undefined
  /** The id of what tells how much room is left. */
  countId: string
}

/** Where the words go. */
export function ComposerText(props: Props) {
  const { body, change, quote, isReply, isReadOnly, isWrong, note, countId } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { mention, people, active, choose, onKeyDown, noteCaret, stop } = useMentioning({
    field,
    body,
    change,
  })
  const isOffering = mention !== undefined && people.length > 0
  const meant = people[active]
  const onPaste = (event: ClipboardEvent) => {
    const postId = postIdIn(event.clipboardData.getData('text/plain'), location.origin)
    if (postId === undefined || quote === undefined) return
    event.preventDefault()
    quote(postId)
  }
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {isReply ? t('Your reply') : t('What would you like to say?')}
      </label>
      <div className="relative">
        <textarea
          ref={field}
          id={id}
          data-autofocus=""
          dir="auto"
          className="composer-text"
          placeholder={isReply ? t('Answer while it lasts…') : t('Say it while it lasts…')}
          value={body}
          readOnly={isReadOnly}
          aria-invalid={isWrong}
          aria-describedby={`${id}-note ${countId}`}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={isOffering ? `${id}-people` : undefined}
          aria-activedescendant={isOffering && meant ? mentionOptionId(`${id}-people`, meant) : undefined}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          onSelect={noteCaret}
          onBlur={stop}
          onChange={(event) => change(event.target.value)}
        />
        {isOffering && (
          <MentionList
            id={`${id}-people`}
            people={people}
            active={active}
            top={endOfLine(field.current, mention.start)}
            choose={choose}
          />
        )}
      </div>
      <p id={`${id}-note`} role="status" className="composer-problem">
        {note}
      </p>
    </>
  )
}

/** Where the line with this place of a text ends, in pixels from the top of its field: a copy of the text tells. */
function endOfLine(field: HTMLTextAreaElement | null, place: number): number {
  if (field === null) return 0
  const copy = document.createElement('div')
  copy.className = 'composer-text'
  copy.style.cssText = `position: absolute; visibility: hidden; max-height: none; white-space: pre-wrap;
    overflow-wrap: break-word; width: ${field.clientWidth}px`
  copy.textContent = field.value.slice(0, place)
  const mark = copy.appendChild(document.createElement('span'))
  mark.textContent = '@'
  field.parentElement?.append(copy)
  const end = mark.offsetTop + mark.offsetHeight - field.scrollTop
  copy.remove()
  return Math.min(end, field.clientHeight)
}
