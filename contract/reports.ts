import * as z from 'zod/mini'
import { AskedHandle } from './handles.ts'
import { limits } from './limits.ts'
import { pageInput, pageOf } from './pages.ts'
import { Author } from './people.ts'
import { byPostId } from './posts.ts'
import type { Route } from './route.ts'
import { text } from './text.ts'

/** Why something is reported, and why moderators do something about it; as forms and notices call it. */
export const reportReasons = {
  child: 'Danger to a child',
  'self-harm': 'Somebody may harm themselves',
  violence: 'Violence, threatened or praised',
  harassment: 'Threats, hounding or shaming',
  hate: 'Hate towards people for who they are',
  private: 'Private things of somebody',
  sexual: 'Sexual or gruesome, without a warning',
  deceit: 'Pretending to be somebody else, or cheating',
  stolen: 'The work of somebody else',
  spam: 'Advertising, or written by a machine',
  other: 'Something else',
} as const

export type ReportReason = keyof typeof reportReasons

export const reportReasonNames = Object.keys(reportReasons) as [ReportReason, ...ReportReason[]]

export const ReportReason = z.enum(reportReasonNames, 'Please choose a reason.')

/** What can be reported. */
export const ReportedKind = z.enum(['post', 'person', 'message'])
export type ReportedKind = z.infer<typeof ReportedKind>

const words = z._default(
  text({ what: 'What you add', graphemes: limits.reportWordsGraphemes, mayBeEmpty: true }),
  '',
)

/** What a reporter says. */
export const reportForm = { reason: ReportReason, words }

/** A report of one's own, and what became of it. */
export const Report = z.object({
  id: z.uuid(),
  kind: ReportedKind,
  /** Who wrote it, or is it; null when they have left, or are out of the reporter's sight. */
  person: z.nullable(Author),
  reason: ReportReason,
  createdAt: z.iso.datetime(),
  /** `kept`: it was found to keep to the terms. `acted`: something was done about it. */
  outcome: z.enum(['waiting', 'kept', 'acted']),
  /** When moderators had decided; null while it waits. */
  closedAt: z.nullable(z.iso.datetime()),
})
export type Report = z.infer<typeof Report>

const report = {
  auth: 'required',
  output: Report,
  by: 'backend',
  rate: 'report',
} as const

export const reportRoutes = {
  reportPost: {
    ...report,
    method: 'PUT',
    path: '/posts/{id}/report',
    input: z.extend(byPostId, reportForm),
    summary:
      'Report a post to the moderators, who keep a copy for at most 30 days. Twice is the same as once.',
  },
  reportPerson: {
    ...report,
    method: 'PUT',
    path: '/people/{handle}/report',
    input: z.strictObject({ handle: AskedHandle, ...reportForm }),
    summary: 'Report a person to the moderators. Twice is the same as once.',
  },
  reportMessage: {
    ...report,
    method: 'PUT',
    path: '/conversations/{id}/messages/{messageId}/report',
    input: z.strictObject({
      id: z.uuid('A conversation has a UUID as its id.').check(z.toLowerCase()),
      messageId: z.uuid('A message has a UUID as its id.').check(z.toLowerCase()),
      ...reportForm,
    }),
    summary: 'Report one message to the moderators, who see it alone and keep a copy for at most 30 days.',
  },
  listReports: {
    method: 'GET',
    path: '/me/reports',
    auth: 'required',
    input: z.strictObject(pageInput),
    output: pageOf(Report),
    by: 'backend',
    summary: 'What you have reported in the last 30 days and what became of it, the latest first.',
  },
} as const satisfies Record<string, Route>
