import { useId } from 'react'

interface Props {
  body: string
  change: (body: string) => void
  isReply: boolean
  isReadOnly: boolean
  isWrong: boolean
  /** What is wrong with it, or what went wrong with sending it. */
  note: string | undefined
  /** The id of what tells how much room is left. */
  countId: string
}

/** Where the words go. */
export function ComposerText({ body, change, isReply, isReadOnly, isWrong, note, countId }: Props) {
  const id = useId()
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
        onChange={(event) => change(event.target.value)}
      />
      <p id={`${id}-note`} role="status" className="composer-problem">
        {note}
      </p>
    </>
  )
}
