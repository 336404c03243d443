import type { Guest } from './guest.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'

/** Ada writes, Ben reports, and Mia is a moderator. */
export async function adaBenAndMia() {
  const house = await openStoryHouse()
  const [ada, ben, mia] = await Promise.all([house.as('ada'), house.as('ben'), house.asModerator('mia')])
  return { house, ada, ben, mia }
}

/** Ada's post, which Ben has reported. */
export async function reportedPost() {
  const people = await adaBenAndMia()
  const post = await people.ada.createPost({ body: 'nobody likes you, ben #mean', lifetime: '1-day' })
  await people.ben.reportPost({ id: post.id, reason: 'harassment', words: 'again' })
  const { id: caseId } = await onlyCase(people.mia)
  return { ...people, post, caseId }
}

/** The only case that waits. */
export async function onlyCase(mia: Guest) {
  const { items } = await mia.listCases({})
  const [waiting] = items
  if (waiting === undefined || items.length > 1) throw new Error(`${items.length} cases wait.`)
  return waiting
}

/** What was held of photos. */
export const heldKeys = async (house: StoryHouse) =>
  (await house.processedKeys()).filter((key) => key.startsWith('held/'))

/** What moderators have told somebody, the latest first. */
export const noticesOf = async (guest: Guest) =>
  (await guest.listNotifications({})).items
    .filter(({ kind }) => kind === 'moderation')
    .map(({ words }) => words)
