import type { NotificationFilter } from '@mayfly/contract/notifications'
import { type Text, t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'

const words: Record<NotificationFilter, Text> = {
  all: 'Replies, likes and new followers turn up here, and go when their post goes.',
  talk: 'Who replies to you, mentions you or quotes you turns up here.',
  reactions: 'Likes, reposts and new followers turn up here.',
}

/** Shown in place of no notifications. */
export const NothingYet = ({ filter }: { filter: NotificationFilter }) => (
  <Empty title={t('Nothing new')}>{t(words[filter])}</Empty>
)
