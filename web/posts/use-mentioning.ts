import type { Author } from '@mayfly/contract/people'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { usePeopleSearch } from '../use-people-search.ts'
import { mentionAt, withMention } from './mention-at.ts'

const MOST = 6

interface Given {
  field: RefObject<HTMLTextAreaElement | null>
  body: string
  change: (body: string) => void
}

/** Offers people while somebody is being named: arrows walk, Enter and Tab choose, Escape lets the word be. */
export function useMentioning({ field, body, change }: Given) {
  const [caret, setCaret] = useState<number>()
  const [active, setActive] = useState(0)
  const [refused, setRefused] = useState<number>()
  const begun = caret === undefined ? undefined : mentionAt(body, caret)
  const mention = begun?.start === refused ? undefined : begun
  const { found } = usePeopleSearch(mention?.typed ?? '')
  const people = mention ? (found ?? []).slice(0, MOST) : []
  const nextCaret = useRef<number>(undefined)

  useLayoutEffect(() => {
    if (nextCaret.current === undefined) return
    field.current?.setSelectionRange(nextCaret.current, nextCaret.current)
    nextCaret.current = undefined
  })

  const choose = (person: Author | undefined) => {
    if (mention === undefined || person === undefined) return
    const chosen = withMention(body, mention, person.handle)
    nextCaret.current = chosen.caret
    change(chosen.text)
    setCaret(undefined)
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (people.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown') setActive((active + 1) % people.length)
    else if (event.key === 'ArrowUp') setActive((active + people.length - 1) % people.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(people[active])
    else if (event.key === 'Escape') setRefused(mention?.start)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const noteCaret = () => {
    const { selectionStart, selectionEnd } = field.current ?? {}
    setCaret(selectionStart === selectionEnd ? selectionStart : undefined)
    setActive(0)
    if (begun === undefined) setRefused(undefined)
  }
  return {
    mention,
    people,
    active: Math.min(active, Math.max(0, people.length - 1)),
    choose,
    onKeyDown,
    noteCaret,
    stop: () => setCaret(undefined),
  }
}
