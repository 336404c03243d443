import { Handle } from '@mayfly/contract/handles'
import { lifetimeNames } from '@mayfly/contract/lifetimes'
import { limits } from '@mayfly/contract/limits'
import { DisplayName } from '@mayfly/contract/people'
import { AltText } from '@mayfly/contract/pictures'
import { Draft } from '@mayfly/contract/posts'
import { Email } from '@mayfly/contract/sessions'
import { problemWithText } from '@mayfly/contract/text'
import { lifeLeft, stageOf } from '@mayfly/domain/life'
import { isOver } from '@mayfly/domain/posts'
import { expect, test } from 'vitest'
import { gallery } from './art/gallery.ts'
import { openStudio } from './art/studio.ts'
import { composeConversation, conversations, isBurnedDown } from './conversations.ts'
import { emailOf } from './meet-people.ts'
import { people } from './people.ts'
import type { PlannedPost, PlannedReply } from './planned.ts'
import { allPortraits } from './portraits.ts'
import { posts } from './posts.ts'
import { reactionsTo } from './reactions.ts'
import { threads } from './threads.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const plannedFor = new Date('2026-11-23T12:00:00.700Z')
const handles = people.map(({ handle }) => handle as string)
const ids = Object.fromEntries(
  handles.map((handle, index) => [handle, `00000000-0000-4000-8000-0000000000${index + 10}`]),
)
const circumstances = { plannedFor, people: ids, seed: 'a seed' }
const starts = [...posts, ...threads]
const composed = starts.flatMap((start) => composeConversation(start, circumstances))
const alive = composed.filter(({ expiresAt }) => expiresAt > plannedFor)

function withReplies(planned: PlannedPost | PlannedReply): (PlannedPost | PlannedReply)[] {
  return [planned, ...(planned.replies ?? []).flatMap(withReplies)]
}
const everything = starts.flatMap(withReplies)

test('every demo person could have signed up through the front door', () => {
  for (const { handle, displayName, bio } of people) {
    expect(Handle.parse(handle)).toBe(handle)
    expect(DisplayName.parse(displayName)).toBe(displayName)
    expect(problemWithText(bio, { what: 'A bio', graphemes: limits.bioGraphemes })).toBeUndefined()
    expect(Email.parse(emailOf(handle))).toBe(emailOf(handle))
  }
})

test('no two demo people are alike', () => {
  for (const key of ['handle', 'displayName', 'bio'] as const)
    expect(new Set(people.map((person) => person[key])).size).toBe(people.length)
})

test('the demo people follow one another, never themselves or nobody', () => {
  for (const { handle, follows } of people) {
    expect(handles).toEqual(expect.arrayContaining([...follows]))
    expect(new Set(follows).size).toBe(follows.length)
    expect(follows).not.toContain(handle)
  }
  const [known] = people
  expect(known.follows.length).toBeGreaterThanOrEqual(10)
  const followers = people.filter(({ follows }) => (follows as readonly string[]).includes(known.handle))
  expect(followers.length).toBeGreaterThanOrEqual(5)
})

test('every planned text is a draft that the front door takes as it is', () => {
  for (const { text, warning } of everything) {
    const draft = Draft.parse({ body: text, contentWarning: warning })
    expect(draft).toMatchObject({ body: text, ...(warning && { contentWarning: warning }) })
  }
  expect(new Set(everything.map(({ by, text }) => `${by} ${text}`)).size).toBe(everything.length)
})

test('every mention is of a demo person, and every link leads to example.com', () => {
  for (const { text } of everything) {
    for (const [, handle] of text.matchAll(/@(\w+)/g)) expect(handles).toContain(handle)
    for (const [address] of text.matchAll(/https?:\S+/g)) expect(new URL(address).host).toBe('example.com')
  }
})

test('everybody has written posts and answers, after they joined', () => {
  for (const { handle, joinedDaysAgo } of people) {
    expect(starts.some(({ by }) => by === handle)).toBe(true)
    const joined = plannedFor.getTime() - joinedDaysAgo * DAY
    const own = composed.filter(({ authorId }) => authorId === ids[handle])
    for (const { createdAt } of own) expect(createdAt.getTime()).toBeGreaterThan(joined)
  }
})

test('every reply answers an earlier post of its conversation, and nothing is written in the future', () => {
  expect(composed).toHaveLength(everything.length)
  const byId = new Map(composed.map((post) => [post.id, post]))
  expect(byId.size).toBe(composed.length)
  for (const post of composed) {
    expect(post.createdAt.getTime()).toBeLessThan(plannedFor.getTime())
    if (post.replyTo === null) continue
    const parent = byId.get(post.replyTo)
    expect(parent?.createdAt.getTime()).toBeLessThan(post.createdAt.getTime())
    expect(isOver(post.replyTo, post.createdAt)).toBe(false)
  }
})

test('the community shows every lifetime in every stage of life', () => {
  const seen = new Set(
    alive.map(({ lifetime, createdAt, expiresAt }) => {
      const [from, to, at] = [createdAt.getTime(), expiresAt.getTime(), plannedFor.getTime()]
      return `${lifetime} ${stageOf(lifeLeft(from, to, at), to - at)}`
    }),
  )
  for (const lifetime of lifetimeNames)
    for (const stage of ['fresh', 'waning', 'ember']) expect(seen).toContain(`${lifetime} ${stage}`)
})

test('a newcomer finds a lively page and sees some of it go in their first ten minutes', () => {
  expect(alive.length).toBeGreaterThanOrEqual(120)
  const newest = alive.filter(({ replyTo }) => replyTo === null).toSorted((a, b) => (a.id < b.id ? 1 : -1))
  const firstPage = newest.slice(0, limits.pageDefault)
  const going = firstPage.filter(({ expiresAt }) => expiresAt.getTime() - plannedFor.getTime() < 10 * MINUTE)
  expect(going.length).toBeGreaterThanOrEqual(3)
  for (const { expiresAt } of alive)
    expect(expiresAt.getTime() - plannedFor.getTime()).toBeGreaterThan(1.5 * MINUTE)
})

test('several people use the same tags, in words that wait for no picture and last for hours', () => {
  const lasting = alive.filter(
    ({ photos, expiresAt }) => photos.length === 0 && expiresAt.getTime() - plannedFor.getTime() > 2 * HOUR,
  )
  const today = lasting.filter(({ createdAt }) => plannedFor.getTime() - createdAt.getTime() < DAY - 2 * HOUR)
  const uses = today.flatMap(({ tags, authorId }) => tags.map((tag) => `${tag} ${authorId}`))
  const tags = [...new Set(uses)].map((use) => use.split(' ')[0] ?? '')
  const trends = Object.values(Object.groupBy(tags, (tag) => tag)).filter((those = []) => those.length >= 3)
  expect(trends.length).toBeGreaterThanOrEqual(5)
})

test('some threads are three answers deep, with several people in them', () => {
  const depthOf = ({ replies = [] }: PlannedPost | PlannedReply): number =>
    replies.length === 0 ? 0 : 1 + Math.max(...replies.map(depthOf))
  const deep = threads.filter((thread) => depthOf(thread) >= 3)
  expect(deep.length).toBeGreaterThanOrEqual(5)
  for (const thread of deep) {
    const voices = new Set(withReplies(thread).map(({ by }) => by))
    expect(voices.size).toBeGreaterThanOrEqual(2)
  }
})

test('the same seed and moment make the same posts, another moment others', () => {
  const again = starts.flatMap((start) => composeConversation(start, circumstances))
  expect(again).toEqual(composed)
  const later = { ...circumstances, plannedFor: new Date(plannedFor.getTime() + DAY) }
  const others = starts.flatMap((start) => composeConversation(start, later)).map(({ id }) => id)
  expect(composed.some(({ id }) => others.includes(id))).toBe(false)
})

test('a conversation has burned down when its first post is over', () => {
  for (const start of conversations.values()) {
    const [first] = composeConversation(start, circumstances)
    if (first === undefined) throw new Error('A conversation has no first post.')
    const lastMoment = new Date(first.expiresAt.getTime() - 1)
    expect(isBurnedDown(start, plannedFor, lastMoment)).toBe(false)
    expect(isBurnedDown(start, plannedFor, new Date(first.expiresAt.getTime() + 1000))).toBe(true)
  }
})

test('posts have one to four photos, each shown once and described in words, one behind a warning', () => {
  const withPhotos = everything.filter(({ photos = [] }) => photos.length > 0)
  const counts = withPhotos.map(({ photos = [] }) => photos.length)
  expect([...new Set(counts)].toSorted()).toEqual([1, 2, 3, 4])
  expect(withPhotos.some(({ warning }) => warning !== undefined)).toBe(true)
  const shown = withPhotos.flatMap(({ photos = [] }) => photos)
  expect(shown.map(({ picture }) => picture).toSorted()).toEqual(Object.keys(gallery.photo).toSorted())
  expect(new Set(shown.map(({ alt }) => alt)).size).toBe(shown.length)
  for (const { alt } of shown) {
    expect(AltText.parse(alt)).toBe(alt)
    expect(alt).toMatch(/\S/)
  }
})

test('most of the demo people have a face, some keep their letter, and a few have a banner', () => {
  const wearing = (kind: string) => allPortraits().filter((portrait) => portrait.kind === kind)
  for (const { handle } of allPortraits()) expect(handles).toContain(handle)
  expect(wearing('avatar').length).toBeGreaterThan(people.length / 2)
  expect(wearing('avatar').length).toBeLessThan(people.length)
  expect(wearing('banner').length).toBeGreaterThanOrEqual(3)
})

test('every picture of the gallery can be drawn, and is the same each time', () => {
  for (const pictures of Object.values(gallery))
    for (const draw of Object.values<() => string>(pictures)) {
      const svg = draw()
      expect(svg).toMatch(/^<svg /)
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      expect(draw()).toBe(svg)
    }
})

test('the studio paints JPEGs, says what it cannot paint, and paints no more when it is closed', async () => {
  const studio = openStudio(18)
  const jpeg = await studio.paint('avatar', 'ada')
  expect(Buffer.from(jpeg).toString('hex', 0, 3)).toBe('ffd8ff')
  expect(await studio.paint('avatar', 'ada')).toEqual(jpeg)
  await expect(studio.paint('photo', 'nothing')).rejects.toThrow('There is no photo "nothing"')
  const unfinished = studio.paint('photo', 'canal')
  studio.close()
  await expect(unfinished).rejects.toThrow('The studio is closed.')
  await expect(studio.paint('avatar', 'ada')).rejects.toThrow('The studio is closed.')
})

test('some posts are liked by many and many by nobody, the same each time, and nobody likes their own', () => {
  const reactions = alive.map((post) => reactionsTo(post, ids, 'a seed', plannedFor))
  expect(alive.map((post) => reactionsTo(post, ids, 'a seed', plannedFor))).toEqual(reactions)
  const likes = reactions.map((those) => those.filter(({ kind }) => kind === 'like').length)
  expect(Math.max(...likes)).toBeGreaterThan(8)
  expect(likes.filter((count) => count === 0).length).toBeGreaterThan(10)
  for (const [index, post] of alive.entries())
    for (const { personId, at } of reactions[index] ?? []) {
      expect(personId).not.toBe(post.authorId)
      expect(at.getTime()).toBeGreaterThanOrEqual(post.createdAt.getTime())
      expect(at.getTime()).toBeLessThan(Math.min(plannedFor.getTime(), post.expiresAt.getTime()))
    }
})
