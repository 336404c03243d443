import { randomBytes, randomUUID } from 'node:crypto'
import type { ReportReason } from '@mayfly/contract/reports'
import { caseEnd, caseId, urgencyOf } from '@mayfly/domain/moderation'
import { conversations, type SpokenPost } from './conversations.ts'
import type { Memory } from './memory.ts'
import type { DemoHandle } from './people.ts'
import { postsOf } from './plan.ts'
import type { DemoHouse } from './sign-up.ts'

interface PlannedReport {
  of: DemoHandle
  /** A part of what they said. */
  saying: string
  by: DemoHandle
  reason: ReportReason
  words: string
}

/** What the demo people find fault with, so that the one who moderates has something to decide. */
const reports: readonly PlannedReport[] = [
  {
    of: 'leila_r',
    saying: 'excellent curtains',
    by: 'bram',
    reason: 'private',
    words: 'Those are my curtains. They are excellent, but they are mine.',
  },
  {
    of: 'tunde_bakes',
    saying: 'Gertrude',
    by: 'priya_writes',
    reason: 'spam',
    words: 'I have been offered a daughter of this jar four times.',
  },
  {
    of: 'tunde_bakes',
    saying: 'Gertrude',
    by: 'zeynep_k',
    reason: 'other',
    words: 'Is it legal to adopt a sourdough?',
  },
]

/** Lets the demo people report. Who has reported something already does not do so again. */
export async function writeReports(house: DemoHouse, memory: Memory, now: Date): Promise<void> {
  const posts = [...conversations.keys()].flatMap((name) => postsOf(name, memory))
  for (const report of reports) {
    const post = posts.find(
      ({ authorId, body }) => authorId === memory.people?.[report.of] && body.includes(report.saying),
    )
    const reporterId = memory.people?.[report.by]
    if (post && reporterId && post.expiresAt > now) await write(house, post, { ...report, reporterId }, now)
  }
}

async function write(
  { stores }: DemoHouse,
  { id, authorId, body, contentWarning, createdAt, expiresAt }: SpokenPost,
  { reporterId, reason, words }: PlannedReport & { reporterId: string },
  now: Date,
): Promise<void> {
  const newId = () => caseId(now, randomBytes(8).readBigUInt64BE())
  await stores.reports.insert(
    {
      id: newId(),
      caseId: newId(),
      caseEndsAt: caseEnd(now),
      reporterId,
      reason,
      words,
      urgency: urgencyOf(reason),
    },
    {
      kind: 'post',
      id,
      conversationId: null,
      personId: authorId,
      held: { content: { id, body, contentWarning, createdAt, expiresAt } },
      copies: { kind: 'held', folder: randomUUID(), ownerId: authorId, photos: [] },
    },
    now,
  )
}
