import { type ClipboardEvent, useId } from 'react'
import { postIdIn } from './post-address.ts'

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
  const onPaste = (event: ClipboardEvent) => {
    const postId = postIdIn(event.clipboardData.getData('text/plain'), location.origin)
    if (postId === undefined || quote === undefined) return
    event.preventDefault()
    quote(postId)
  }
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {isReply ? 'Your reply' : 'What would you like to say?'}
      </label>
      <textarea
        id={id}
        data-autofocus=""
        dir="auto"
        className="composer-text"
        placeholder={isReply ? 'Answer while it lasts…' : 'Say it while it lasts…'}
        value={body}
        readOnly={isReadOnly}
        aria-invalid={isWrong}
        aria-describedby={`${id}-note ${countId}`}
        onPaste={onPaste}
        onChange={(event) => change(event.target.value)}
      />
      <p id={`${id}-note`} role="status" className="composer-problem">
        {note}
      </p>
    </>
  )
}
