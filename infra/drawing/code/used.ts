import { callGraph } from './calls.ts'
import { moduleAt, modulesIn } from './modules.ts'

/** Code that a drawing of parts has to show, by paths. */
export interface Used {
  modules: readonly string[]
  /** What may be shown besides: modules that those import. */
  behind: readonly string[]
  uses: readonly Use[]
}

interface Use {
  from: string
  to: string
}

/** How every function opens its stores; through it, all of storage is imported. */
const OPENING = 'lambdas/on-lambda.ts'

/** What a function calls in lambdas, domain and storage, itself included. */
export function usedByFunction(name: string): Used {
  const path = `lambdas/${name}.ts`
  const { groups, edges } = callGraph({
    from: moduleAt(path)
      .functions.filter((one) => one !== 'handler')
      .map((one) => `${path}#${one}`),
    into: ['lambdas/', 'domain/', 'storage/'],
    without: ['onLambda'],
  })
  const modules = groups.map(({ title }) => title)
  const all = withImports(modules)
  const calls = edges.map(({ from, to }) => ({ from: fileOf(from), to: fileOf(to) }))
  return { modules, behind: all.filter((one) => !modules.includes(one)), uses: [...calls, ...importsIn(all)] }
}

/** Folders of the client, and `web/routes.tsx` for all that lies above them; what every folder uses is left out. */
export function usedInClient(): Used {
  const modules = modulesIn('web')
  const loaded = modules.flatMap((from) => moduleAt(from).loads.map((to) => ({ from, to })))
  const uses = [...importsIn(modules), ...loaded]
    .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
    .filter(({ from, to }) => from !== to && !usedByAll.has(to))
  return { modules: [...new Set(modules.map(folderOf))], behind: [], uses }
}

const ROOT = 'web/routes.tsx'
const usedByAll = new Set([ROOT, 'web/clock', 'web/language', 'web/session', 'web/ui'])

const folderOf = (path: string) => (path.split('/').length > 2 ? path.split('/').slice(0, 2).join('/') : ROOT)
const fileOf = (id: string) => id.split('#')[0] as string

function importsIn(modules: readonly string[]): Use[] {
  return modules.flatMap((from) =>
    [...moduleAt(from).imports.values()]
      .filter(({ path }) => modules.includes(path))
      .map(({ path }) => ({ from, to: path })),
  )
}

function withImports(modules: readonly string[]): string[] {
  const found = new Set(modules)
  for (const path of found)
    for (const { path: imported } of moduleAt(path).imports.values())
      if (imported !== OPENING) found.add(imported)
  return [...found]
}
