import type { Author } from '@mayfly/contract/people'
import { useEffect } from 'react'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { announce } from '../ui/announce.ts'
import { NameAndHandle } from '../ui/NameAndHandle.tsx'

interface Props {
  id: string
  people: readonly Author[]
  active: number
  /** Where the line of the caret ends, in pixels. */
  top: number
  choose: (person: Author) => void
}

export const mentionOptionId = (listId: string, person: Author) => `${listId}-${person.id}`

/** Who may be meant. The text keeps the focus; its keys walk through the list. */
export function MentionList({ id, people, active, top, choose }: Props) {
  const count = people.length
  useEffect(
    () => announce(t('{count, plural, one {# person} other {# people}}. Arrow keys choose.', { count })),
    [count],
  )
  return (
    <div id={id} role="listbox" aria-label={t('People to mention')} className="mention-list" style={{ top }}>
      {people.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text, which keeps the focus.
        <div
          key={person.id}
          id={mentionOptionId(id, person)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="mention-option"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(person)}
        >
          <Avatar person={person} size={32} />
          <span className="min-w-0">
            <NameAndHandle person={person} />
          </span>
        </div>
      ))}
    </div>
  )
}
