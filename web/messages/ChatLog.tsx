import type { Conversation, Message } from '@mayfly/contract/messages'
import type { Person } from '@mayfly/contract/people'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { t } from '../language/words.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { ChatRow } from './ChatRow.tsx'
import { LogStart } from './LogStart.tsx'
import { NewestButton } from './NewestButton.tsx'
import { nameOf } from './names.ts'
import { emptyQueue, useOutbox } from './queues.ts'
import { seenOf } from './seen.ts'
import { useAnnouncing } from './use-announcing.ts'
import type { useLog } from './use-log.ts'
import { useMarkRead } from './use-mark-read.ts'
import { useNewCount } from './use-new-count.ts'
import { useRows } from './use-rows.ts'
import { useStillView } from './use-still-view.ts'

const READ_AHEAD_PIXELS = 600

interface Props {
  conversation: Conversation
  me: Person
  log: ReturnType<typeof useLog>
  messages: readonly Message[]
}

/** What is said, the newest at the bottom. Whatever comes and goes, the view stays with what is read. */
export function ChatLog({ conversation, me, log, messages }: Props) {
  const content = useRef<HTMLOListElement>(null)
  const { scroller, isAtEnd, note, toEnd, startAt } = useStillView(content)
  const queue = useOutbox((state) => state[conversation.id]) ?? emptyQueue
  const rows = useRows({ conversation, messages, unsent: queue.unsent, myId: me.id })
  const newCount = useNewCount(messages, me.id, isAtEnd !== false)
  const seen = seenOf(messages, conversation.members, me.id)
  const lastKey = rows.at(-1)?.key
  const lastUnsentKey = queue.unsent.at(-1)?.key
  useMarkRead({ conversation, messages, myId: me.id, isInView: isAtEnd === true })
  useAnnouncing(conversation, messages, me.id)

  useLayoutEffect(() => {
    const line = content.current?.querySelector('[data-new]')
    if (line) startAt(line)
  }, [startAt])
  useLayoutEffect(() => {
    if (lastUnsentKey !== undefined) toEnd()
  }, [lastUnsentKey, toEnd])

  const readOnNearStart = () => {
    const isNear = (scroller.current?.scrollTop ?? 0) < READ_AHEAD_PIXELS
    if (isNear && log.hasOlder && log.olderError === undefined) log.readOn()
  }
  useEffect(readOnNearStart)
  const onScroll = () => {
    note()
    readOnNearStart()
  }

  return (
    <div className="chat-view">
      <div
        ref={scroller}
        role="log"
        // New messages alone are read aloud, by the announcer: what is read further back is not news.
        aria-live="off"
        aria-label={t('Messages with {name}', { name: nameOf(conversation, me.id) })}
        aria-busy={log.isReadingOlder}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
        className="chat-log"
        onScroll={onScroll}
      >
        <ol ref={content} className="chat-rows">
          {log.olderError && (
            <li>
              <ErrorCard error={log.olderError} retry={log.readOn} />
            </li>
          )}
          {!log.hasOlder && <LogStart conversation={conversation} myId={me.id} isEmpty={rows.length === 0} />}
          {rows.map((row) => (
            <ChatRow
              key={row.key}
              {...{ row, conversation, queue, seen }}
              myId={me.id}
              isNewest={row.key === lastKey}
            />
          ))}
        </ol>
      </div>
      {isAtEnd === false && <NewestButton count={newCount} show={toEnd} />}
    </div>
  )
}
