import type { Notification } from '@mayfly/contract/notifications'
import type { ReactNode } from 'react'
import { fullMoment, pastMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { say } from '../language/say.ts'
import { t } from '../language/words.ts'
import { Excerpt } from './Excerpt.tsx'
import { Faces } from './Faces.tsx'
import { looks } from './looks.ts'
import { Names } from './Names.tsx'

interface Props {
  id: string
  item: Notification
  /** How long it has left, if it ends with a post. */
  chip: ReactNode
}

/** What stands in a notification: who, what, when, and what it is about. */
export function NotificationBody({ id, item, chip }: Props) {
  const { kind, people, count, post, about, words, isUnread, createdAt } = item
  const { icon: Icon, did } = looks[kind]
  const happenedAt = Date.parse(createdAt)
  const excerpt = post ?? about
  return (
    <>
      <span className="notification-icon" aria-hidden="true">
        <Icon size={20} />
      </span>
      <div className="min-w-0">
        {isUnread && (
          <span id={`${id}-new`} className="sr-only">
            {t('New:')}
          </span>
        )}
        <div className="notification-top">
          <Faces people={people} />
          {chip}
        </div>
        <p className="notification-words">
          <span id={`${id}-words`}>{did(<Names people={people} count={count} />, count)}</span>{' '}
          <time dateTime={createdAt} title={fullMoment(happenedAt)} className="notification-time">
            {pastMoment(happenedAt, serverNow())}
          </time>
        </p>
        {words !== null && (
          <p id={`${id}-excerpt`} dir="auto" className="notification-notice">
            {say(words)}
          </p>
        )}
        {excerpt && <Excerpt id={`${id}-excerpt`} post={excerpt} isSaid={post !== null} />}
        {post && about && <Excerpt id={`${id}-about`} post={about} isAside />}
      </div>
    </>
  )
}
