import { createHash } from 'node:crypto'
import { DEFAULT_LIFETIME } from '@mayfly/contract/lifetimes'
import { composeMessage, conversationExpiry, pairId } from '@mayfly/domain/messages'
import { letters, type PlannedLetters } from './letters.ts'
import type { Memory } from './memory.ts'
import type { DemoHouse } from './sign-up.ts'

const MINUTE = 60_000

/**
 * Lets the demo people write to each other. A message that is there already is not written again, so it may be called
 * again after a crash at any point.
 */
export async function writeLetters(house: DemoHouse, memory: Memory, now: Date): Promise<void> {
  for (const planned of letters) await writeOne(house, memory, planned, now)
}

async function writeOne({ stores }: DemoHouse, memory: Memory, planned: PlannedLetters, now: Date) {
  const idOf = (handle: string) => memory.people?.[handle] ?? ''
  const memberIds = planned.people.map(idOf)
  if (memberIds.includes('')) return
  const [one, other] = memberIds as [string, string]
  const isGroup = memberIds.length > 2
  const id = isGroup ? madeOf(memory.seed, planned.name) : await pairId(one, other)
  const conversation = { id, isGroup, lifetime: DEFAULT_LIFETIME }
  await stores.conversations.start(conversation, memberIds, conversationExpiry(now))

  const plannedFor = new Date(memory.lettersFor ?? now)
  const sentIds: string[] = []
  for (const [index, { by, text, minutesAgo, lives }] of planned.messages.entries()) {
    const sentAt = new Date(plannedFor.getTime() - minutesAgo * MINUTE)
    const name = `${planned.name} ${index} ${plannedFor.toISOString()}`
    const message = composeMessage(
      { key: madeOf(memory.seed, name), body: text },
      {
        senderId: idOf(by),
        lifetime: lives ?? DEFAULT_LIFETIME,
        now: sentAt,
        random: BigInt(`0x${madeOf(memory.seed, name).slice(-11)}`),
      },
    )
    if (message.expiresAt > now) await stores.messages.append(id, message, now)
    sentIds.push(message.id)
  }
  for (const handle of planned.people) {
    const read = sentIds.at(-1 - (planned.unread?.[handle] ?? 0))
    if (read !== undefined) await stores.conversations.markRead(id, idOf(handle), read)
  }
}

/** A UUID made of the seed and a name: the same whenever it is made again. */
function madeOf(seed: string, name: string): string {
  const digits = createHash('sha256').update(`${seed} ${name}`).digest('hex')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
