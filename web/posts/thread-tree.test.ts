import { expect, test } from 'vitest'
import { postFrom } from './post-for-tests.ts'
import { treeOf, withoutReply, withPage, withReply } from './thread-tree.ts'

const start = Date.now()
let minute = 0

/** Each later than the one before. */
function reply(replyTo: string, parts: { replyCount?: number; hasMore?: boolean } = {}) {
  minute += 1
  const post = postFrom({ createdAt: start + minute * 60_000, expiresAt: start + 30 * 24 * 3_600_000 })
  return { ...post, replyTo, hasMore: false, ...parts }
}

const post = { ...reply('nothing'), replyTo: null, hasMore: true }

test('a thread knows where each of its lists goes on', () => {
  const [one, two] = [reply(post.id, { hasMore: true }), reply(post.id)]
  const below = reply(one.id, { hasMore: true })
  const tree = treeOf({
    ancestors: [{ id: 'gone', post: null }],
    post,
    replies: [one, two, below],
    stubs: [],
  })
  expect(tree.ancestors).toEqual([{ id: 'gone', handle: null }])
  expect(tree.rest).toEqual({ after: two.id })
  expect(tree.branches.map(({ id, parentId, rest }) => [id, parentId, rest])).toEqual([
    [one.id, post.id, { after: below.id }],
    [two.id, post.id, null],
    [below.id, one.id, { after: undefined }],
  ])
})

test('the place of a deleted reply is among its siblings, and what answers it is below', () => {
  const one = reply(post.id)
  const stub = { id: reply(post.id).id, replyTo: post.id, hasMore: true }
  const [two, below] = [reply(post.id), reply(stub.id)]
  const tree = treeOf({ ancestors: [], post, replies: [one, two, below], stubs: [stub] })
  expect(tree.branches.map(({ id, parentId, rest, isDeleted }) => [id, parentId, rest, isDeleted])).toEqual([
    [one.id, post.id, null, false],
    [stub.id, post.id, { after: below.id }, true],
    [two.id, post.id, null, false],
    [below.id, stub.id, null, false],
  ])
})

test('a page goes where it belongs, and an own reply that was there already is there once', () => {
  const one = reply(post.id)
  const next = reply(post.id, { replyCount: 2 })
  const own = reply(post.id)
  const grown = withReply(treeOf({ ancestors: [], post, replies: [one], stubs: [] }), own)
  expect(grown.rest).toEqual({ after: one.id })
  const tree = withPage(grown, post.id, { items: [next, own], next: null })
  expect(tree.rest).toBeNull()
  expect(tree.branches.map(({ id, rest }) => [id, rest])).toEqual([
    [one.id, null],
    [next.id, { after: undefined }],
    [own.id, null],
  ])
  expect(tree.isExtended).toBe(true)
})

test('a reply to something else changes nothing, and a deleted one leaves its place', () => {
  const one = reply(post.id)
  const tree = treeOf({ ancestors: [], post, replies: [one], stubs: [] })
  expect(withReply(tree, reply('elsewhere'))).toBe(tree)
  expect(withoutReply(tree, one.id).branches).toMatchObject([{ id: one.id, isDeleted: true }])
})
