import type { NotificationFilter } from '@mayfly/contract/notifications'
import { Empty } from '../ui/Empty.tsx'

const words: Record<NotificationFilter, string> = {
  all: 'Replies, likes and new followers turn up here, and go when their post goes.',
  talk: 'Who replies to you, mentions you or quotes you turns up here.',
  reactions: 'Likes, reposts and new followers turn up here.',
}

/** Shown in place of no notifications. */
export const NothingYet = ({ filter }: { filter: NotificationFilter }) => (
  <Empty title="Nothing new">{words[filter]}</Empty>
)
