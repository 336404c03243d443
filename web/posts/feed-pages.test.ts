import { expect, test } from 'vitest'
import { entriesOf, type FeedPages, feedPageOf, unseenEntries, withOnTop, without } from './feed-pages.ts'
import { postFrom } from './post-for-tests.ts'

const entry = (id: string) => ({ id, handle: 'ada', place: id, repostedBy: null })
const page = (ids: string, next: string | null = null) => ({ entries: [...ids].map(entry), next })
const feedOf = (...pages: ReturnType<typeof page>[]): FeedPages => ({
  pages,
  pageParams: pages.map(() => undefined),
})
const idsOf = (feed: FeedPages) =>
  entriesOf(feed.pages)
    .map(({ id }) => id)
    .join('')

test('a post that has faded on its way is not shown', () => {
  const now = Date.now()
  const live = postFrom({ expiresAt: now + 1 })
  const over = postFrom({ expiresAt: now })
  expect(feedPageOf({ items: [live, over], next: null }, now).entries).toEqual([entry(live.id)])
})

test('a post on two pages is shown once, where it came first', () => {
  expect(idsOf(feedOf(page('fed', 'd'), page('dcb')))).toBe('fedcb')
})

test('new posts are those that are not shown and not older than the first page', () => {
  const shown = [page('hfd', 'd'), page('ca')]
  expect(
    unseenEntries(page('jihged').entries, shown)
      .map(({ id }) => id)
      .join(''),
  ).toBe('jige')
  expect(unseenEntries(page('hfdb').entries, shown)).toEqual([])
  expect(unseenEntries(page('ba').entries, [page('')])).toHaveLength(2)
})

test('what was reposted lately is new, however long ago it was written', () => {
  const reposted = { ...entry('a'), place: 'z' }
  expect(unseenEntries([reposted, entry('d')], [page('d')])).toEqual([reposted])
  expect(unseenEntries([reposted, entry('d')], [page('da')])).toEqual([])
})

test('in a ranked feed only those are new that are younger than all that is shown first', () => {
  const shown = [page('cgb', 'b'), page('a')]
  const unseen = (head: string) => unseenEntries(page(head).entries, shown, true).map(({ id }) => id)
  expect(unseen('hcfgb')).toEqual(['h'])
  expect(unseen('fcgb')).toEqual([])
})

test('an own post comes on top at once, and only once', () => {
  const feed = withOnTop(feedOf(page('cb', 'b'), page('a')), entry('d'))
  expect(idsOf(feed)).toBe('dcba')
  expect(idsOf(withOnTop(feed, entry('d')))).toBe('dcba')
})

test('a deleted post leaves every page', () => {
  const feed = feedOf(page('fed', 'd'), page('dcb'))
  expect(idsOf(without(feed, ({ id }) => id === 'd'))).toBe('fecb')
})
