import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from '@mayfly/api/app'
import { openLiveHub } from '@mayfly/api/live-hub'
import { feedRoutes } from '@mayfly/contract/feeds'
import { Draft } from '@mayfly/contract/posts'
import { composePost } from '@mayfly/domain/posts'
import { startPostgres } from '@mayfly/local/postgres/postgres'
import { migrate } from '@mayfly/storage/migrate'
import { openStores } from '@mayfly/storage/stores'
import pg from 'pg'
import { bareConfig } from './bare-config.ts'
import { rate, report } from './rate.ts'

const PEOPLE = 2_000
const POSTS_EACH = 20
const FOLLOWED = 200
const PAGE = { limit: 20 }

/** The home feed of somebody who follows 200 people, layer by layer, down to the bare query and the bare server. */
const dataDir = await mkdtemp(join(tmpdir(), 'mayfly-bench-'))
const postgres = await startPostgres({ dataDir, throwaway: true })
try {
  await measure(postgres.url('postgres'))
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function measure(databaseUrl: string) {
  await migrate(databaseUrl)
  const viewerId = await seed(databaseUrl)
  const stores = openStores(bareConfig(databaseUrl))
  const sessionId = randomUUID()
  const beganAt = new Date()
  const endsAt = new Date(beganAt.getTime() + 86_400_000)
  await stores.sessions.use({ id: sessionId, personId: viewerId, beganAt, endsAt }, 'A bench', beganAt)
  // Who asks is not what is measured here, so every token is this person's.
  const identity = {
    ...stores.identity,
    verify: async () => ({ userId: viewerId, sessionId, groups: [], endsAt: new Date(8.64e15) }),
  }
  const log = { info: () => {}, error: console.error }
  const now = () => new Date()
  const live = openLiveHub(stores.live, now)
  const app = createApp({ stores: { ...stores, identity }, live, now, siteOrigins: [], log })
  const backend = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  const bare = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1')

  const page = await stores.feeds.listHome(viewerId, PAGE, new Date())
  const init = { headers: { authorization: 'Bearer bench' } }
  report('Home feed, 20 posts, 200 people followed', 'the query', {
    'the query': await rate(() => stores.feeds.listHome(viewerId, PAGE, new Date())),
    'whether a session is live': await rate(() =>
      stores.sessions.check({ sessionId, userId: viewerId }, new Date()),
    ),
    'the route, without a port': await rate(async () => (await app.request('/feeds/home', init)).text()),
    'the route, over HTTP': await rate(() => get(backend.address() as AddressInfo, '/feeds/home', init)),
  })
  report('What the layers alone can do', 'a bare HTTP server', {
    'a bare HTTP server': await rate(() => get(bare.address() as AddressInfo, '/', {})),
    'health, over HTTP': await rate(() => get(backend.address() as AddressInfo, '/health', {})),
    'parsing the page through its output schema': await rate(async () =>
      feedRoutes.homeFeed.output.parse(page),
    ),
    'writing the page as JSON': await rate(async () => JSON.stringify(page)),
  })
  backend.close()
  bare.close()
  await live.close()
  await stores.close()
}

async function get({ port }: AddressInfo, path: string, init: RequestInit) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
  return response.text()
}

/** @returns the id of somebody who follows 200 of the people */
async function seed(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const ids = Array.from({ length: PEOPLE }, () => randomUUID())
  await client.query(
    `insert into users (id, handle, display_name, created_at)
     select id, 'person_' || n, 'Person ' || n, now() from unnest($1::uuid[]) with ordinality as t (id, n)`,
    [ids],
  )
  for (let round = 0; round < POSTS_EACH; round += 1) {
    const posts = ids.map((authorId) =>
      composePost(
        Draft.parse({ body: `A thought of ordinary length, number ${round}, that somebody had.` }),
        {
          authorId,
          now: new Date(Date.now() - Math.floor(Math.random() * 86_400_000)),
          random: BigInt(Math.floor(Math.random() * Number.MAX_SAFE_INTEGER)),
        },
      ),
    )
    await client.query(
      `insert into posts (id, author_id, body, lifetime, created_at, expires_at)
       select * from jsonb_to_recordset($1::jsonb)
         as t (id uuid, "authorId" uuid, body text, lifetime text, "createdAt" timestamptz, "expiresAt" timestamptz)`,
      [JSON.stringify(posts)],
    )
  }
  const viewerId = ids[0] as string
  await client.query(
    `insert into follows (follower_id, followee_id, created_at) select $1, id, now() from unnest($2::uuid[]) as t (id)`,
    [viewerId, ids.slice(1, FOLLOWED + 1)],
  )
  await client.query('analyze')
  await client.end()
  return viewerId
}
