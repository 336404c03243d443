import { arrives, say } from './conversation.ts'
import { emailOf, type Guest, PASSWORD } from './guest.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { upload } from './uploads.ts'

export const CANARY = 'a canary sang of yesterday'
export const login = { email: emailOf('ada'), password: PASSWORD }
export const leave = (guest: Guest) => guest.deleteAccount({ handle: '@Ada', password: PASSWORD })
export const sweep = (house: StoryHouse) => house.functions['expire-posts']({})

/** Ada, who has something everywhere, and her friends. */
export async function adaWithALife() {
  const house = await openStoryHouse()
  const [ada, bob, cleo] = await Promise.all([house.as('ada'), house.as('bob'), house.as('cleo')])
  const { id: photoId } = await upload(ada)
  const post = await ada.createPost({ body: CANARY, lifetime: '30-days', photos: [{ id: photoId }] })
  const bobs = await bob.createPost({ body: 'a question', lifetime: '30-days' })
  await ada.createPost({ body: `${CANARY} too`, lifetime: '30-days', replyTo: bobs.id })
  await upload(ada, 'avatar')
  await ada.likePost({ id: bobs.id })
  await ada.repostPost({ id: bobs.id })
  await ada.bookmarkPost({ id: bobs.id })
  await bob.likePost({ id: post.id })
  await ada.muteWord({ word: 'spoilers' })
  await bob.reportPost({ id: post.id, reason: 'spam' })
  await Promise.all([
    ada.followPerson({ handle: 'bob' }),
    bob.followPerson({ handle: 'ada' }),
    house.as('dan').then(() => ada.blockPerson({ handle: 'dan' })),
  ])
  const pair = await ada.startConversation({ handles: ['bob'] })
  const group = await cleo.startConversation({ handles: ['ada', 'bob'] })
  const left = await bob.startConversation({ handles: ['ada', 'cleo'] })
  const emptied = await ada.startConversation({ handles: ['cleo'] })
  for (const { id } of [pair, group, left, emptied]) await say(ada, id, CANARY, { lifetime: '30-days' })
  await arrives(house, bob, await say(bob, pair.id, 'and then?', { lifetime: '30-days' }))
  const last = await say(cleo, group.id, 'nice', { lifetime: '30-days' })
  await arrives(house, ada, last)
  await ada.leaveConversation({ id: left.id })
  await ada.leaveConversation({ id: emptied.id })
  return { house, ada, bob, cleo, post, pair, group, left, bobs }
}
