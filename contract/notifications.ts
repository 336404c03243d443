import * as z from 'zod/mini'
import { pageInput, pageOf } from './pages.ts'
import { Author } from './people.ts'
import { Post, QuotedPost } from './posts.ts'
import type { Route } from './route.ts'

/** What a person is told of. */
export const NotificationKind = z.enum([
  'reply',
  'mention',
  'like',
  'repost',
  'quote',
  'follow',
  'picture',
  'moderation',
])
export type NotificationKind = z.infer<typeof NotificationKind>

/** All that happened in one way to one thing. It goes when that thing goes, and when nobody is left who did it. */
export const Notification = z.object({
  kind: NotificationKind,
  /**
   * The reader's post; for a mention the post with it, for a picture the upload, for moderation the notice, all zeros
   * for following. With the kind it names the notification.
   */
  aboutId: z.uuid(),
  /** Sorts by the time of the latest, and changes with it: as far as one has read. */
  place: z.uuid(),
  /** The latest three who did it. Nobody for pictures and moderation. */
  people: z.array(Author),
  /** All who did it, exact up to the limit. */
  count: z.int(),
  /** The latest of what they wrote; null unless it is a reply, a mention or a quote. */
  post: z.nullable(Post),
  /** The reader's own post that was liked, reposted or answered. */
  about: z.nullable(QuotedPost),
  /** What a notice says, or why a picture was refused. */
  words: z.nullable(z.string()),
  /** When the latest of it happened. */
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isUnread: z.boolean(),
})
export type Notification = z.infer<typeof Notification>

export const NotificationFilter = z.enum(
  ['all', 'talk', 'reactions'],
  'Notifications are all, talk or reactions.',
)
export type NotificationFilter = z.infer<typeof NotificationFilter>

/** What people may switch off. What concerns themselves is told in any case. */
export const SwitchableKind = z.enum(
  ['reply', 'mention', 'quote', 'like', 'repost', 'follow'],
  'These can be switched off: reply, mention, quote, like, repost, follow.',
)
export type SwitchableKind = z.infer<typeof SwitchableKind>

/** What somebody wants to be told of. Applied when they read: what was switched off comes back when it is switched on. */
export const NotificationChoices = z.strictObject({
  off: z
    .array(SwitchableKind, 'What is off is a list of kinds.')
    .check(z.maxLength(SwitchableKind.options.length, 'Each kind is named once.')),
  from: z.enum(['everybody', 'followed'], 'You hear from everybody, or from those whom you have followed.'),
})
export type NotificationChoices = z.infer<typeof NotificationChoices>

export const notificationRoutes = {
  listNotifications: {
    method: 'GET',
    path: '/notifications',
    auth: 'required',
    input: z.strictObject({ ...pageInput, filter: z._default(NotificationFilter, 'all') }),
    output: pageOf(Notification),
    by: 'backend',
    summary: 'What happened to you and your posts, the latest first; alike things together.',
  },
  countUnreadNotifications: {
    method: 'GET',
    path: '/notifications/unread',
    auth: 'required',
    input: z.strictObject({}),
    output: z.object({
      /** Exact up to the limit. */
      notifications: z.int(),
    }),
    by: 'backend',
    summary: 'How many notifications you have not read.',
  },
  markNotificationsRead: {
    method: 'PUT',
    path: '/notifications/read',
    auth: 'required',
    input: z.strictObject({
      place: z.uuid('A notification has a UUID as its place.').check(z.toLowerCase()),
    }),
    output: z.undefined(),
    by: 'backend',
    rate: 'note',
    summary: 'Note that you have read as far as this notification. It never goes back.',
    success: 204,
  },
  showNotificationChoices: {
    method: 'GET',
    path: '/me/notifications',
    auth: 'required',
    input: z.strictObject({}),
    output: NotificationChoices,
    by: 'backend',
    summary: 'What you want to be told of.',
  },
  setNotificationChoices: {
    method: 'PUT',
    path: '/me/notifications',
    auth: 'required',
    input: NotificationChoices,
    output: NotificationChoices,
    by: 'backend',
    summary: 'Choose what you want to be told of, and from whom.',
  },
} as const satisfies Record<string, Route>
