import type { Conversation } from '@mayfly/contract/messages'
import { Users } from 'lucide-react'
import { Avatar } from '../ui/Avatar.tsx'
import { othersIn } from './names.ts'

interface Props {
  conversation: Conversation
  myId: string
  /** In pixels at the usual text size. */
  size: number
}

/** The face of the other one; of a group two, one before the other. */
export function ConversationFace({ conversation, myId, size }: Props) {
  const [first, second] = othersIn(conversation, myId)
  const side = { width: `${size / 16}rem`, height: `${size / 16}rem` }
  if (first === undefined)
    return (
      <span className="face-nobody" style={side} aria-hidden="true">
        <Users size={20} />
      </span>
    )
  if (second === undefined) return <Avatar person={first} size={size} />
  return (
    <span className="faces" style={side}>
      <Avatar person={first} size={size * 0.7} />
      <Avatar person={second} size={size * 0.7} />
    </span>
  )
}
