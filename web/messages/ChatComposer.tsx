import { limits } from '@mayfly/contract/limits'
import type { Conversation } from '@mayfly/contract/messages'
import { SendHorizontal } from 'lucide-react'
import {
  type CSSProperties,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { t } from '../language/words.ts'
import { CharacterRing } from '../ui/CharacterRing.tsx'
import { shareOf } from '../ui/LifetimeChips.tsx'
import { ChatLifetime } from './ChatLifetime.tsx'
import { LifetimeToggle } from './LifetimeToggle.tsx'
import { nameOf } from './names.ts'
import { isSendingKey } from './sending-key.ts'
import { useComposing } from './use-composing.ts'

const RING_FROM_LEFT = 100
const MOST_ROWS = 6

interface Props {
  conversation: Conversation
  myId: string
}

/** Where messages are written. What is typed is kept until it is sent; the focus stays here. */
export function ChatComposer({ conversation, myId }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const [isChoosing, setIsChoosing] = useState(false)
  const { body, lifetime, count, problem, note, canSend, change, ...composing } = useComposing(
    conversation,
    myId,
  )
  useFirstFocus(field)

  const send = (event: FormEvent) => {
    event.preventDefault()
    field.current?.focus()
    if (!canSend) return
    composing.send()
    setIsChoosing(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSendingKey(event.nativeEvent)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }

  return (
    <form ref={form} className="chat-composer" aria-label={t('Your message')} onSubmit={send}>
      {isChoosing && (
        <ChatLifetime
          conversation={conversation}
          chosen={lifetime}
          choose={(chosen) => change({ lifetime: chosen })}
        />
      )}
      <div className="chat-field" data-invalid={problem !== undefined ? '' : undefined}>
        <label htmlFor={id} className="sr-only">
          {t('Message to {name}', { name: nameOf(conversation, myId) })}
        </label>
        <textarea
          ref={field}
          id={id}
          // For browsers that do not let the field grow with what is in it.
          rows={Math.min(MOST_ROWS, body.split('\n').length)}
          dir="auto"
          className="chat-text"
          placeholder={t('Say it while it lasts…')}
          value={body}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-note`}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onChange={(event) => change({ body: event.target.value })}
          onKeyDown={onKeyDown}
        />
        <span className="send" style={{ '--life': shareOf(lifetime) } as CSSProperties}>
          <button
            type="submit"
            className="chat-send"
            aria-label={t('Send')}
            aria-disabled={!canSend}
            // The keyboard of a phone stays where it is.
            onPointerDown={(event) => event.preventDefault()}
          >
            <SendHorizontal size={20} aria-hidden="true" />
          </button>
        </span>
      </div>
      <div className="chat-foot">
        <LifetimeToggle lifetime={lifetime} isOpen={isChoosing} toggle={() => setIsChoosing(!isChoosing)} />
        <p id={`${id}-note`} role="status" className="chat-note">
          {note}
        </p>
        {limits.messageGraphemes - count <= RING_FROM_LEFT && (
          <CharacterRing id={`${id}-count`} count={count} most={limits.messageGraphemes} />
        )}
      </div>
    </form>
  )
}

/** Whoever has a keyboard can write at once; on a phone the keyboard would cover what is said. */
function useFirstFocus(field: { current: HTMLElement | null }): void {
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true })
  }, [field])
}
