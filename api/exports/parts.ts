import { exportHorizon } from '@mayfly/domain/exports'
import type { Stores, WordedReport } from '@mayfly/storage/stores'
import { ownMessages } from './own-messages.ts'
import { allOf, type ReadPage, type Source } from './source.ts'

/** What writes a file of an export, as text. */
type Part = (source: Source) => AsyncIterable<string>

/** What an export holds besides pictures: a line for each file. */
export const parts: Record<string, Part> = {
  'account.json': async function* ({ email }) {
    yield `${JSON.stringify({ email }, null, 2)}\n`
  },
  'profile.json': one(({ people }, id, at) => people.findById(id, at)),
  'posts.json': list(({ feeds }, id, page, at) => feeds.listWritten(id, page, at), ownWords),
  'likes.json': list(({ feeds }, id, page, at) => feeds.listLiked(id, page, at), reference),
  'reposts.json': list(({ feeds }, id, page, at) => feeds.listReposted(id, page, at), reference),
  'bookmarks.json': list(({ feeds }, id, page, at) => feeds.listBookmarked(id, page, at), reference),
  'following.json': list(({ follows }, id, page) => follows.listFollowing(id, id, page), named),
  'muted.json': list(({ mutes }, id, page) => mutes.list(id, page), named),
  'muted-words.json': one(({ mutes }, id) => mutes.listWords(id)),
  'blocked.json': list(({ blocks }, id, page) => blocks.list(id, page), named),
  'reports.json': list(({ reports }, id, page, at) => reports.listWithWords(id, page, at), ownReport),
  'notification-choices.json': one(({ notifications }, id) => notifications.findChoices(id)),
  'messages.json': (source) => array(ownMessages(source)),
  'sessions.json': one(({ sessions }, id, at) => sessions.list(id, undefined, at)),
}

function one(read: (stores: Stores, personId: string, at: Date) => Promise<unknown>): Part {
  return async function* ({ stores, personId, now }) {
    yield `${JSON.stringify((await read(stores, personId, exportHorizon(now()))) ?? null, null, 2)}\n`
  }
}

function list<Item extends object>(read: ReadPage<Item>, shape: (item: Item) => unknown): Part {
  return (source) => array(shaped(allOf(source, read), shape))
}

async function* shaped<Item>(items: AsyncIterable<Item>, shape: (item: Item) => unknown) {
  for await (const item of items) yield shape(item)
}

/** A list as JSON, an item a line. */
async function* array(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '[\n  '
  for await (const item of items) {
    yield before + JSON.stringify(item)
    before = ',\n  '
  }
  yield before.startsWith('[') ? '[]\n' : '\n]\n'
}

function ownWords({ author: _, quoted: __, ...post }: { author: unknown; quoted: unknown }) {
  return post
}

function named({ id, handle, displayName }: { id: string; handle: string; displayName: string }) {
  return { id, handle, displayName }
}

function ownReport({ person, ...report }: WordedReport) {
  return { ...report, person: person && named(person) }
}

/** What others wrote is theirs: a post of theirs is only named. */
function reference({ id, author, expiresAt }: { id: string; author: { handle: string }; expiresAt: string }) {
  return { id, author: author.handle, expiresAt }
}
