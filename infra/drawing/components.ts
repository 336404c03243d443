import { type Lambda, type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import { storesByName } from './code/stores.ts'
import { type Used, usedByFunction, usedInClient } from './code/used.ts'
import { differences } from './differences.ts'
import { drawnAs } from './expected.ts'
import { type Drawing, listIn } from './model.ts'

interface Component {
  id: string
  paths: readonly string[]
}

/** A container, the parts that are drawn in it, and what code they have to show. */
interface Inside {
  name: string
  container: string
  components: readonly Component[]
  used: Used
  /** Modules that have to be drawn, or are. */
  shown: readonly string[]
}

/** Where the parts of the functions and of the client differ from the code that they are drawn from, in sentences. */
export function componentDrift(drawing: Drawing): string[] {
  const functions = Object.entries(wiring) as [LambdaName, Lambda][]
  const client = inside('the site', 'mayfly.site', usedInClient(), drawing)
  return [
    ...functions.flatMap(([name, { reaches }]) => {
      const one = inside(name, `mayfly.${drawnAs(name)}`, usedByFunction(name), drawing)
      return [...partsDrift(one, drawing), ...reachDrift(one, reaches, drawing)]
    }),
    ...partsDrift(client, drawing),
  ]
}

function inside(name: string, container: string, used: Used, { elements }: Drawing): Inside {
  const components = elements
    .filter(({ id }) => id.startsWith(`${container}.`))
    .map(({ id, facts }) => ({ id, paths: listIn(facts.path) }))
  const named = components.flatMap(({ paths }) => paths)
  const shown = [...used.modules, ...used.behind.filter((path) => named.includes(path))]
  return { name, container, components, used, shown }
}

function partsDrift({ name, container, components, used, shown }: Inside, drawing: Drawing): string[] {
  const drawn = drawing.relations.filter(
    ({ from, to }) => from.startsWith(`${container}.`) && to.startsWith(`${container}.`),
  )
  const uses = used.uses
    .filter(({ from, to }) => shown.includes(from) && shown.includes(to))
    .map(({ from, to }) => ({ from: partOf(from, components) ?? '', to: partOf(to, components) ?? '' }))
    .filter(({ from, to }) => from !== to && from !== '' && to !== '')
  const hasView = Object.values(drawing.views).some(({ of }) => of === container)
  return [
    ...(hasView ? [] : [`There is no view of what is inside ${name}.`]),
    ...shown
      .filter((path) => partOf(path, components) === undefined)
      .map((path) => `${path} is used by ${name}, and is not drawn in it.`),
    ...components.flatMap(({ id, paths }) =>
      paths
        .filter((path) => !shown.some((one) => isIn(path, one)))
        .map((path) => `${id} is drawn from ${path}, which ${name} does not use.`),
    ),
    ...differences('arrow', drawn.map(arrow), uses.map(arrow)),
  ]
}

/** Parts that are drawn from a store reach what it is opened with; no other part reaches anything. */
function reachDrift(
  { container, components, shown }: Inside,
  reaches: Lambda['reaches'],
  { relations }: Drawing,
): string[] {
  const drawn = relations.filter(
    ({ from, to }) => from.startsWith(`${container}.`) && !to.startsWith(`${container}.`),
  )
  const expected = shown.flatMap((path) => {
    const from = partOf(path, components)
    if (from === undefined) return []
    return reachedBy(path, reaches).map((store) => ({ from, to: `mayfly.${store}` }))
  })
  return differences('arrow', drawn.map(arrow), expected.map(arrow))
}

function reachedBy(path: string, reaches: Lambda['reaches']): string[] {
  if (path === 'storage/tokens.ts') return ['people']
  if (path === 'storage/objects.ts')
    return reaches.flatMap((reach) => /^(raw|processed)-bucket$/.exec(reach)?.[1] ?? [])
  const stores = [...storesByName().values()].filter((store) => store.path === path)
  const given = stores.flatMap((store) => store.given)
  return [
    ...(given.includes('database') ? ['postgres'] : []),
    ...(given.includes('messagesTable') ? ['messages'] : []),
  ]
}

const arrow = ({ from, to }: { from: string; to: string }) => `${from} -> ${to}`

const isIn = (path: string, module: string) => module === path || module.startsWith(`${path}/`)

/** The id of the part that shows a module; a file says more than the folder in which it is. */
function partOf(module: string, components: readonly Component[]): string | undefined {
  const showing = components.flatMap(({ id, paths }) =>
    paths.filter((path) => isIn(path, module)).map((path) => ({ id, path })),
  )
  return showing.toSorted((one, other) => other.path.length - one.path.length)[0]?.id
}
