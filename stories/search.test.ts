import { randomUUID } from 'node:crypto'
import { composePost } from '@mayfly/domain/posts'
import { wordsOf } from '@mayfly/domain/words'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse, type StoryHouse } from './house.ts'

const two = async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  const found = async (query: string, guest = ada) =>
    (await guest.searchPosts({ query })).items.map(({ body }) => body)
  return { house, ada, ben, found }
}

test('posts are found by all of their words, whatever the case, the accents and the rest of the sentence', async () => {
  const { house, ada, found } = await two()
  await ada.createPost({ body: 'The night train to Köln was late, again.' })
  await ada.createPost({ body: 'Train of thought' })
  await ada.createPost({ body: 'look inside', contentWarning: 'Spoilers for the Finale' })
  expect(await found('train')).toEqual(['Train of thought', 'The night train to Köln was late, again.'])
  for (const query of ['LATE train', 'koln', 'KÖLN night', 'nigh', 'train, late!'])
    expect([query, await found(query)]).toEqual([query, ['The night train to Köln was late, again.']])
  expect(await found('finale')).toEqual(['look inside'])
  for (const query of ['train nowhere', 'rain', 'nigh train', 't', '!?', '👋', 'spoilers look'])
    expect([query, await found(query)]).toEqual([query, query === 'spoilers look' ? ['look inside'] : []])
  expect((await strangerAt(house).searchPosts({ query: 'köln' })).items).toHaveLength(1)
})

test('words in quotes stand together, tags are exact, and from: is by that person alone', async () => {
  const { ada, ben, found } = await two()
  await ada.createPost({ body: 'a train at night #NightTrain' })
  await ben.createPost({ body: 'the night train' })
  await ben.createPost({ body: 'night', contentWarning: 'train' })
  expect(await found('"night train"')).toEqual(['the night train'])
  expect(await found('night train')).toHaveLength(3)
  expect(await found('#nighttrain')).toEqual(['a train at night #NightTrain'])
  expect(await found('#night')).toEqual([])
  expect(await found('nighttrain')).toEqual(['a train at night #NightTrain'])
  expect(await found('from:@Ben train')).toEqual(['night', 'the night train'])
  expect(await found('from:ada')).toEqual(['a train at night #NightTrain'])
  for (const query of ['from:nobody night', 'from:ada from:ben night']) expect(await found(query)).toEqual([])
})

test('search knows scripts that put no spaces between words', async () => {
  const { ada, found } = await two()
  await ada.createPost({ body: '東京の夜はきれいです' })
  await ada.createPost({ body: '夜の京都' })
  await ada.createPost({ body: 'สวัสดีครับทุกคน' })
  expect(await found('東京')).toEqual(['東京の夜はきれいです'])
  expect(await found('夜')).toHaveLength(2)
  expect(await found('東京の夜')).toEqual(['東京の夜はきれいです'])
  expect(await found('สวัสดี')).toEqual(['สวัสดีครับทุกคน'])
})

test('nothing that is over, deleted or out of sight is found', async () => {
  const { house, ada, ben, found } = await two()
  await ada.createPost({ body: 'brief ember', lifetime: '1-hour' })
  const deleted = await ada.createPost({ body: 'deleted ember' })
  await ben.createPost({ body: 'ember by ben' })
  await ada.deletePost({ id: deleted.id })
  expect(await found('ember')).toEqual(['ember by ben', 'brief ember'])
  house.wait(HOUR)
  expect(await found('ember')).toEqual(['ember by ben'])
  await house.functions['expire-posts'](undefined)
  expect((await house.query('select count(*)::int as rows from post_words')).rows).toEqual([{ rows: 1 }])
  await ben.blockPerson({ handle: 'ada' })
  expect(await found('ember')).toEqual([])
  expect(await found('from:ben')).toEqual([])
  expect(await found('ember', ben)).toEqual(['ember by ben'])
  await house.query(`update users set suspended_at = now() where handle = 'ben'`)
  expect((await strangerAt(house).searchPosts({ query: 'ember' })).items).toEqual([])
})

test('the top of a search is what people like most', async () => {
  const { house, ada, ben } = await two()
  const { id } = await ada.createPost({ body: 'a liked ember' })
  house.wait(60_000)
  await ada.createPost({ body: 'an ember' })
  await ben.likePost({ id })
  const top = await ada.searchPosts({ query: 'ember', order: 'top' })
  expect(top.items.map(({ body }) => body)).toEqual(['a liked ember', 'an ember'])
  expect(top.next).toBeNull()
})

test('the pages of a search neither skip nor repeat, however old the posts are, while posts arrive', async () => {
  const house = await openStoryHouse()
  const write = await writerIn(house)
  const age = fc.oneof(fc.nat(3 * HOUR), fc.nat(2 * DAY), fc.nat(29 * DAY))
  let present = Date.UTC(2026, 0, 1)
  await fc.assert(
    fc.asyncProperty(
      fc.array(age, { maxLength: 25 }),
      fc.integer({ min: 1, max: 6 }),
      async (ages, limit) => {
        present += 40 * DAY
        const now = new Date(present)
        const ids: string[] = []
        for (const one of ages) ids.push(await write('same words', new Date(present - one)))
        const shown: string[] = []
        let cursor: string | undefined
        for (let turn = 0; turn === 0 || cursor; turn += 1) {
          const wanted = { phrases: [{ words: ['words'], isOpen: false }], tags: [], authors: [] }
          const page = await house.stores.search.listNewest(wanted, undefined, { cursor, limit }, now)
          shown.push(...page.items.map(({ id }) => id))
          cursor = page.next ?? undefined
          if (turn % 2 === 0) await write('more words', now)
        }
        expect(shown).toEqual(ids.toSorted().reverse())
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

test('whatever is typed, a search answers, and a post is found by whatever stands in it', async () => {
  const house = await openStoryHouse()
  const write = await writerIn(house)
  const stranger = strangerAt(house)
  const signs = fc.constantFrom(
    ...'\'\\"&|!():*<->#@~ \t%_,.',
    'a',
    'Ab',
    'é',
    'ß',
    'ﷺ',
    '京',
    'の',
    'ไทย',
    'हिन्दी',
    '👩‍👧',
    "it's",
    '’',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.array(signs, { minLength: 1, maxLength: 30 }).map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const query = text.normalize('NFC').trim()
      fc.pre(query !== '' && !/\0/.test(query))
      const answer = await stranger.searchPosts({ query }).catch((error: { code?: string }) => error.code)
      expect(answer).toSatisfy((one) => one === 'invalid' || Array.isArray(one.items))
      const words = wordsOf(query)
      const id = await write(query, house.now())
      if (words.length === 0) return
      const wanted = { phrases: [{ words, isOpen: false }], tags: [], authors: [] }
      const page = await house.stores.search.listNewest(wanted, undefined, { limit: 50 }, house.now())
      expect(page.items.map((post) => post.id)).toContain(id)
    }),
    { numRuns: 150 },
  )
}, 120_000)

/** Differs in each id. */
let random = 0n

async function writerIn({ stores, now }: StoryHouse) {
  const authorId = randomUUID()
  await stores.people.insert({ id: authorId, displayName: 'Somebody', createdAt: now() }, ['somebody'])
  return async (body: string, at: Date) => {
    random += 1n
    const post = composePost({ body, lifetime: '30-days', photos: [] }, { authorId, now: at, random })
    await stores.posts.insert(post, [], at)
    return post.id
  }
}
