import { wiring } from '@mayfly/lambdas/wiring'
import { callGraph } from './calls.ts'
import type { Graph } from './graph.ts'
import { importGraph } from './imports.ts'
import { moduleAt, modulesIn } from './modules.ts'
import { storesByName } from './stores.ts'

/** A part of the code that is worth a diagram. */
export interface Part {
  /** Of its page. */
  name: string
  title: string
  says: string
  graph: () => Graph
  /** Modules that its page lists with what they open. */
  modules: (graph: Graph) => string[]
}

const drawn = ({ groups }: Graph) => groups.map(({ title }) => title)

export const parts: readonly Part[] = [
  {
    name: 'request',
    title: 'The life of a request',
    says: 'From the app to the stores, for one who posts and one who reads. Whoever asks is identified, counted, then answered.',
    graph: () =>
      callGraph({
        from: ['api/app.ts#createApp'],
        into: ['api/', 'storage/', 'domain/posts.ts', 'domain/rates.ts', 'domain/network.ts'],
        ofTables: ['createPost', 'showThread', 'homeFeed'],
        without: ['waitWords'],
      }),
    modules: drawn,
  },
  {
    name: 'stores',
    title: 'The stores',
    says: 'What is remembered where: each store, and what it is given when it is opened.',
    graph: storesGraph,
    modules: () => [...new Set([...storesByName().values()].map(({ path }) => path))].sort(),
  },
  {
    name: 'expiry',
    title: 'What has expired is deleted',
    says: 'Every minute, from the schedule to rows and objects. No read depends on it.',
    graph: () => callGraph({ from: ['lambdas/expire-posts.ts#expirePosts'], into: ['lambdas/', 'storage/'] }),
    modules: drawn,
  },
  {
    name: 'lambdas',
    title: 'The Lambdas',
    says: 'Each function of the wiring table, and what it calls.',
    graph: () =>
      callGraph({
        from: Object.keys(wiring)
          .filter((name) => name !== 'expire-posts')
          .flatMap((name) => handlersIn(`lambdas/${name}.ts`).map((one) => `lambdas/${name}.ts#${one}`)),
        into: ['lambdas/', 'storage/', 'domain/'],
        without: ['onLambda'],
      }),
    modules: drawn,
  },
  {
    name: 'web-posts',
    title: 'Posts in the client',
    says: 'What a post’s card is made of, by module. Clock, session, parts and what else all features use are not drawn.',
    graph: () => importGraph({ from: ['web/posts/PostCard.tsx'], boxes: ['web/posts'], place: placeInWeb }),
    modules: () => modulesIn('web/posts'),
  },
  {
    name: 'local',
    title: 'The house on one machine',
    says: 'Which part of the local runner opens which, by folder and file.',
    graph: () => importGraph({ from: ['local/main.ts'], boxes: ['local'], place: placeInLocal }),
    modules: () => modulesIn('local').filter((path) => path.split('/').length === 2),
  },
]

/** The function of a Lambda's file, without the form in which Lambda calls it. */
const handlersIn = (path: string) => moduleAt(path).functions.filter((name) => name !== 'handler')

function storesGraph(): Graph {
  const stores = [...storesByName()]
  const given = [...new Set(stores.flatMap(([, store]) => store.given))]
  return {
    direction: 'LR',
    groups: [
      { title: 'Stores', nodes: stores.map(([name]) => `Stores#${name}`) },
      { title: 'opened once', nodes: given.map((name) => `given#${name}`) },
    ],
    edges: stores.flatMap(([name, store]) =>
      store.given.map((one) => ({ from: `Stores#${name}`, to: `given#${one}` })),
    ),
  }
}

/** And every file at the top of web. */
const usedByAll = /^web\/((ui|clock|session)\/|[^/]+$)/

function placeInWeb(path: string): string | undefined {
  if (!path.startsWith('web/') || usedByAll.test(path)) return undefined
  return path.startsWith('web/posts/') ? path : path.split('/').slice(0, 2).join('/')
}

const usedByAllOfLocal = /^(log|stop|make-folder|durable-file|sigv4|startup-problem|ports)/

function placeInLocal(path: string): string | undefined {
  const [room = '', part = ''] = path.split('/')
  if (usedByAllOfLocal.test(part)) return undefined
  if (room === 'local') return `${room}/${part}`
  return ['api', 'lambdas', 'storage'].includes(room) ? room : undefined
}
