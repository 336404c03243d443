import { kindsIn } from '@mayfly/domain/notifications'
import { parseSearch } from '@mayfly/domain/search'
import type { Stores } from '@mayfly/storage/stores'

const PAGE = { limit: 20 }
const SUGGESTIONS = 10
const DAY = 24 * 60 * 60 * 1000

/** People and posts of the big database. */
export interface Cast {
  /** Somebody who follows 200, with people muted and blocked, and words muted. */
  reader: string
  /** Somebody who writes much and is followed by thousands. */
  famous: string
  /** The post that most people like, and one that most people answer. */
  liked: string
  answered: string
  commonTag: string
  rareWord: string
}

type Read = () => Promise<unknown>

/** Everything that a page shows, by its name: first pages, and some from a week down. */
export const readsOf = (stores: Stores, cast: Cast, now: Date): [string, Read][] => [
  ...feedReads(stores, cast, now),
  ...peopleReads(stores, cast, now),
  ...postReads(stores, cast, now),
  ...searchReads(stores, cast, now),
]

const weekBefore = (now: Date) => new Date(now.getTime() - 7 * DAY)

/** Before all that was written since this moment. */
function cursorAt(moment: Date): string {
  const digits = moment.getTime().toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-8000-8000-000000000000`
}

function feedReads({ feeds }: Stores, { reader, commonTag }: Cast, now: Date): [string, Read][] {
  const then = weekBefore(now)
  const deep = { ...PAGE, cursor: cursorAt(then) }
  const warmth = { ...PAGE, cursor: `${Math.floor(then.getTime() / 1000)}-${cursorAt(then)}` }
  return [
    ['home', () => feeds.listHome(reader, PAGE, now)],
    ['home, a week down', () => feeds.listHome(reader, deep, now)],
    ['fading', () => feeds.listFading(reader, PAGE, now)],
    ['explore', () => feeds.listWarmest(reader, PAGE, now)],
    ['explore, to a stranger', () => feeds.listWarmest(undefined, PAGE, now)],
    ['explore, a week down', () => feeds.listWarmest(reader, warmth, now)],
    ['latest', () => feeds.listNewest(reader, PAGE, now)],
    ['latest, a week down', () => feeds.listNewest(reader, deep, now)],
    ['tag of many', () => feeds.listByTag(commonTag, reader, PAGE, now)],
    ['tag of many, a week down', () => feeds.listByTag(commonTag, reader, deep, now)],
    ['tag of nobody', () => feeds.listByTag('nobody', reader, PAGE, now)],
    ['my likes', () => feeds.listLiked(reader, PAGE, now)],
    ['my bookmarks', () => feeds.listBookmarked(reader, PAGE, now)],
  ]
}

function peopleReads(
  { feeds, people, follows, blocks, mutes }: Stores,
  { reader, famous, commonTag, rareWord }: Cast,
  now: Date,
): [string, Read][] {
  const deep = { ...PAGE, cursor: cursorAt(weekBefore(now)) }
  return [
    ['profile', () => people.findByHandle('person_1', reader, now)],
    ['profile: posts', () => feeds.listByAuthor(famous, reader, PAGE, now)],
    ['profile: posts, a week down', () => feeds.listByAuthor(famous, reader, deep, now)],
    ['profile: replies', () => feeds.listRepliesBy(famous, reader, PAGE, now)],
    ['profile: photos', () => feeds.listMediaBy(famous, reader, PAGE, now)],
    ['followers', () => follows.listFollowers(famous, reader, PAGE)],
    ['following', () => follows.listFollowing(reader, reader, PAGE)],
    ['suggestions', () => follows.listSuggestions(reader, SUGGESTIONS, now)],
    ['blocked', () => blocks.list(reader, PAGE)],
    ['muted', () => mutes.list(reader, PAGE)],
    ['search for people', () => people.search(commonTag.slice(0, 4), reader)],
    ['search for people, one letter', () => people.search(commonTag.slice(0, 1), reader)],
    ['search for people, misspelled', () => people.search(misspelled(rareWord), reader)],
  ]
}

function postReads(
  { posts, threads, reactions, notifications }: Stores,
  { reader, famous, liked, answered }: Cast,
  now: Date,
): [string, Read][] {
  const all = kindsIn('all')
  return [
    ['post', () => posts.find(liked, reader, now)],
    ['thread', () => threads.find(answered, reader, now)],
    ['replies', () => posts.listReplies(answered, reader, PAGE, now)],
    ['quotes', () => posts.listQuotes(answered, reader, PAGE, now)],
    ['likers', () => reactions.listPeople('like', liked, reader, PAGE, now)],
    ['reposters', () => reactions.listPeople('repost', liked, reader, PAGE, now)],
    ['notifications', () => notifications.list(reader, all, PAGE, now)],
    ['notifications of the famous', () => notifications.list(famous, all, PAGE, now)],
    ['notifications: talk', () => notifications.list(famous, kindsIn('talk'), PAGE, now)],
    ['unread', () => notifications.countUnread(reader, all, now)],
    ['unread of the famous', () => notifications.countUnread(famous, all, now)],
  ]
}

function searchReads(
  { search, tags }: Stores,
  { reader, commonTag, rareWord }: Cast,
  now: Date,
): [string, Read][] {
  const deep = { ...PAGE, cursor: cursorAt(weekBefore(now)) }
  const looked =
    (query: string, page = PAGE) =>
    () =>
      search.listNewest(parseSearch(query), reader, page, now)
  return [
    ['search: the commonest word', looked('the ')],
    ['search: the same, a week down', looked('the ', deep)],
    ['search: two common words', looked('to the ')],
    ['search: a phrase', looked('"of the"')],
    ['search: a rare word', looked(`"${rareWord}"`)],
    ['search: a rare and a common word', looked(`the "${rareWord}"`)],
    ['search: no such word', looked('"nowhere"')],
    ['search: common words, never together', looked('"the nowhere"')],
    ['search: a common beginning', looked('ba')],
    ['search: a common beginning, a rare word', looked(`"${rareWord}" ba`)],
    ['search: a tag', looked(`#${commonTag}`)],
    ['search: by somebody', looked('from:person_1')],
    ['search: words by somebody', looked('from:person_1 "the"')],
    ['search: top', () => search.listWarmest(parseSearch('the '), reader, PAGE.limit, now)],
    ['search for tags', () => tags.search(commonTag.slice(0, 3), now)],
    ['search for tags, one letter', () => tags.search(commonTag.slice(0, 1), now)],
    ['trends', () => tags.listTrends(now)],
  ]
}

const misspelled = (word: string) => `${word.slice(0, 3)}x${word.slice(3)}`
