import * as z from 'zod/mini'
import { AskedHandle } from './handles.ts'
import { pageInput, pageOf } from './pages.ts'
import { Author, Person } from './people.ts'
import { Photo } from './pictures.ts'
import { ReportedKind, ReportReason } from './reports.ts'
import type { Route } from './route.ts'

/** What a moderator can decide. */
export const DecisionKind = z.enum(
  ['dismiss', 'remove', 'warn', 'suspend', 'escalate'],
  'A case is dismissed or escalated, what it is about removed, its person warned or suspended.',
)
export type DecisionKind = z.infer<typeof DecisionKind>

/** For how many days somebody can be suspended; null is for good. */
export const suspensionDays = [1, 3, 7, 30, null] as const

const SuspensionDays = z.nullable(
  z.union(
    [z.literal(1), z.literal(3), z.literal(7), z.literal(30)],
    'A suspension lasts 1, 3, 7 or 30 days.',
  ),
)

/** A line of the log: who did what to whom and why. Never what was said. Kept for a year. */
export const Action = z.object({
  id: z.uuid(),
  kind: z.enum([...DecisionKind.options, 'undo']),
  reason: ReportReason,
  /** For how long somebody is suspended; null for good, and for other actions. */
  days: z.nullable(z.int()),
  caseId: z.uuid(),
  about: ReportedKind,
  /** Null when they have left. */
  moderator: z.nullable(Author),
  /** Who wrote what it is about, or is it; null when they have left. */
  person: z.nullable(Author),
  createdAt: z.iso.datetime(),
  /** The action that this one takes back. */
  undoes: z.nullable(z.uuid()),
  /** When it was taken back; null when it was not. */
  undoneAt: z.nullable(z.iso.datetime()),
})
export type Action = z.infer<typeof Action>

/** One thing that was reported, however many did. */
export const Case = z.object({
  id: z.uuid(),
  kind: ReportedKind,
  state: z.enum(['open', 'dismissed', 'acted']),
  isEscalated: z.boolean(),
  /** Each once, the most frequent first. */
  reasons: z.array(ReportReason),
  reportCount: z.int(),
  person: z.nullable(Author),
  openedAt: z.iso.datetime(),
  /** How long what was reported is kept for moderators. */
  keptUntil: z.iso.datetime(),
  /** The post or the message; null for a person, and when it is kept no more. */
  content: z.nullable(
    z.object({
      id: z.uuid(),
      body: z.string(),
      contentWarning: z.nullable(z.string()),
      photoCount: z.int(),
      createdAt: z.iso.datetime(),
      /** When it would be gone by itself. */
      expiresAt: z.iso.datetime(),
      /** Whether others can still see it. */
      isLive: z.boolean(),
    }),
  ),
})
export type Case = z.infer<typeof Case>

/** A photo of a reported post, at an address that is good for a few minutes. */
export const HeldPhoto = z.object({ ...Photo.shape, url: z.url() })
export type HeldPhoto = z.infer<typeof HeldPhoto>

export const Suspension = z.object({
  since: z.iso.datetime(),
  /** Null: for good. */
  until: z.nullable(z.iso.datetime()),
  reason: ReportReason,
})
export type Suspension = z.infer<typeof Suspension>

/** A case with all that there is to decide it by. */
export const CaseFile = z.object({
  ...Case.shape,
  photos: z.array(HeldPhoto),
  /** What reporters said, the latest first; a few. Who they are is not told. */
  reports: z.array(
    z.object({ id: z.uuid(), reason: ReportReason, words: z.string(), createdAt: z.iso.datetime() }),
  ),
  /** What was done in this case, and before that about the same person; the latest first. */
  actions: z.array(Action),
  suspension: z.nullable(Suspension),
})
export type CaseFile = z.infer<typeof CaseFile>

/** A person as moderators see them, suspended or not. */
export const ModeratedPerson = z.object({
  person: z.omit(Person, { isFollowed: true }),
  suspension: z.nullable(Suspension),
  /** Cases about them that wait, the latest first; a few. */
  cases: z.array(Case),
  /** What was done about them in the last year, the latest first; a few. */
  actions: z.array(Action),
})
export type ModeratedPerson = z.infer<typeof ModeratedPerson>

const byCase = z.strictObject({ id: z.uuid('A case has a UUID as its id.') })

const forModerators = { auth: 'moderator', by: 'backend' } as const

export const moderationRoutes = {
  listCases: {
    ...forModerators,
    method: 'GET',
    path: '/moderation/cases',
    input: z.strictObject(pageInput),
    output: pageOf(Case),
    summary: 'For moderators: what waits for a decision, the most urgent first.',
  },
  showCase: {
    ...forModerators,
    method: 'GET',
    path: '/moderation/cases/{id}',
    input: byCase,
    output: CaseFile,
    summary: 'For moderators: one case.',
  },
  decideCase: {
    ...forModerators,
    method: 'POST',
    path: '/moderation/cases/{id}/decisions',
    input: z.extend(byCase, {
      kind: DecisionKind,
      reason: ReportReason,
      days: z._default(SuspensionDays, null),
    }),
    output: Action,
    success: 201,
    summary: 'For moderators: decide a case.',
  },
  undoAction: {
    ...forModerators,
    method: 'POST',
    path: '/moderation/actions/{id}/undo',
    input: z.strictObject({ id: z.uuid('An action has a UUID as its id.') }),
    output: Action,
    success: 201,
    summary: 'For moderators: take an action back, as far as that can still be done.',
  },
  listActions: {
    ...forModerators,
    method: 'GET',
    path: '/moderation/actions',
    input: z.strictObject(pageInput),
    output: pageOf(Action),
    summary: 'For moderators: what was done in the last year, the latest first.',
  },
  showModeratedPerson: {
    ...forModerators,
    method: 'GET',
    path: '/moderation/people/{handle}',
    input: z.strictObject({ handle: AskedHandle }),
    output: ModeratedPerson,
    summary: 'For moderators: a person with their cases, and what was done about them.',
  },
} as const satisfies Record<string, Route>
