import { randomBytes } from 'node:crypto'
import { newsId } from '@mayfly/domain/notifications'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openStoryHouse, type StoryHouse } from './house.ts'

const STAYING = 6
const LEAVING = 6
/** Fewer than there are connections, so that nobody waits for one. */
const LANES = 4

type Ids = Record<string, string>
type Act = (by: string, to: string) => Promise<unknown>

const staying = Array.from({ length: STAYING }, (_, number) => `staying_${number}`)
const leaving = Array.from({ length: LEAVING }, (_, number) => `leaving_${number}`)

const name = fc.constantFrom(...staying)
const deed = fc.oneof(
  fc
    .record({ act: fc.constantFrom('follow', 'unfollow', 'block', 'unblock'), by: name, to: name })
    .filter(({ by, to }) => by !== to),
  fc.record({ act: fc.constant('block'), by: name, to: fc.constantFrom(...leaving) }),
)

test('whoever follows, blocks and leaves at the same time, nobody fails and every count is of the follows that there are', {
  timeout: 180_000,
}, async () => {
  const house = await openStoryHouse()
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 100, maxLength: 200 }), async (deeds) => {
      const ids = await tieAll(house)
      const acts = actsIn(house, ids)
      const lanes = Array.from({ length: LANES }, (_, lane) =>
        deeds.filter((_, index) => index % LANES === lane),
      )
      await Promise.all([
        ...lanes.map(async (lane) => {
          for (const { act, by, to } of lane) await acts[act]?.(by, to)
        }),
        ...leaving.map((handle) => leave(house, ids[handle] ?? '')),
      ])
      expect(await wrongCounts(house)).toEqual([])
      expect((await house.query(`select from users where handle ^@ 'leaving_'`)).rowCount).toBe(0)
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

/** Everybody follows everybody, and nobody blocks anybody; the week of some who left is over. */
async function tieAll(house: StoryHouse): Promise<Ids> {
  await house.query(`
    delete from users;
    insert into users (id, handle, display_name, created_at, deletes_at, deletion_tried_at, left_pool_at)
    select gen_random_uuid(), handle, 'Somebody', now(), gone_at, gone_at, gone_at
    from (
      select unnest('{${staying}}'::text[]) as handle, null::timestamptz as gone_at
      union all
      select unnest('{${leaving}}'::text[]), now()
    ) people;
    insert into follows (follower_id, followee_id, created_at)
    select a.id, b.id, now() from users a join users b on a.id <> b.id`)
  const { rows } = await house.query('select handle, id from users')
  return Object.fromEntries(rows.map(({ handle, id }) => [handle, id]))
}

function actsIn({ stores: { follows, blocks }, now }: StoryHouse, ids: Ids): Record<string, Act> {
  const idOf = (handle: string) => ids[handle] ?? ''
  const newId = () => newsId('follow', now(), randomBytes(8).readBigUInt64BE())
  return {
    follow: (by, to) => follows.insert(idOf(by), idOf(to), newId(), now()),
    unfollow: (by, to) => follows.remove(idOf(by), idOf(to)),
    block: (by, to) => blocks.insert(idOf(by), to, now()),
    unblock: (by, to) => blocks.remove(idOf(by), to, now()),
  }
}

async function leave({ storesOf }: StoryHouse, id: string) {
  const { accounts } = storesOf('expire-posts')
  while (!(await accounts.removeBelongings(id))) {}
  await accounts.remove(id)
}

const wrongCounts = async (house: StoryHouse) =>
  (
    await house.query(`
      select handle from users u
      where follower_count <> (select count(*) from follows f where f.followee_id = u.id)
        or following_count <> (select count(*) from follows f where f.follower_id = u.id)`)
  ).rows
