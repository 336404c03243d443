import type { Edge, Graph } from './graph.ts'
import { type Module, moduleAt } from './modules.ts'
import { storesByName } from './stores.ts'
import { chainOf, isSyntax, type Syntax, walk } from './syntax.ts'

interface Followed {
  /** Where it begins, as `path#function`. */
  from: readonly string[]
  /** Rooms or files whose functions are drawn. */
  into: readonly string[]
  /** Functions that say nothing about the way, by their names. */
  without?: readonly string[]
  /** Of a table of functions, such as the operations, only these are followed. */
  ofTables?: readonly string[]
  direction?: Graph['direction']
}

/** Who calls whom: exported functions, and those of the stores. What only its own module knows is followed, not drawn. */
export function callGraph({ from, into, without = [], ofTables = [], direction = 'LR' }: Followed): Graph {
  const edges: Edge[] = []
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    const [path = '', name = ''] = id.split('#')
    const isDrawn = (to: string) =>
      into.some((place) => to.startsWith(place)) && !without.includes(to.split('#')[1] ?? '')
    for (const to of [...calledBy(moduleAt(path), name, ofTables)].filter(isDrawn)) {
      edges.push({ from: id, to })
      if (!to.includes('.', to.indexOf('#'))) visit(to)
    }
  }
  for (const id of from) visit(id)
  return { direction, groups: byModule([...from, ...edges.flatMap((edge) => [edge.from, edge.to])]), edges }
}

function byModule(ids: readonly string[]) {
  const modules = Map.groupBy(new Set(ids), (id) => id.split('#')[0] as string)
  return [...modules].map(([title, nodes]) => ({ title, nodes }))
}

/** What a function calls, through the private functions of its module. */
function calledBy(
  module: Module,
  name: string,
  ofTables: readonly string[],
  passed = new Set<string>(),
): Set<string> {
  passed.add(name)
  const found = new Set<string>()
  const declared = module.declared.get(name)
  if (!declared) return found
  const stores = storesIn(declared.syntax)
  walk(declared.syntax, (node) => {
    const method = node.type === 'MemberExpression' ? methodOf(node, stores) : undefined
    if (method) found.add(method)
    if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return
    const used = node.name as string
    const own = module.declared.get(used)
    const other = module.imports.get(used)
    if (own?.isExported && own.isFunction && used !== name) found.add(`${module.path}#${used}`)
    else if (own && !passed.has(used))
      for (const id of calledBy(module, used, ofTables, passed)) found.add(id)
    if (other) for (const id of opened(other, ofTables)) found.add(id)
  })
  return found
}

/** What stands behind an imported name: a function, or the functions of a table. */
function opened({ path, name }: { path: string; name: string }, ofTables: readonly string[]): string[] {
  const module = moduleAt(path)
  if (module.functions.includes(name)) return [`${path}#${name}`]
  if (!isTable(module, name)) return []
  return [...calledBy(module, name, [])].filter((id) => ofTables.includes(id.split('#')[1] ?? ''))
}

const isTable = ({ declared }: Module, name: string) =>
  (declared.get(name)?.syntax.init as Syntax | undefined)?.type === 'ObjectExpression'

/** `stores.posts.insert`, or `posts.insert` where the stores were taken apart, as the module and what it is asked for. */
function methodOf(node: Syntax, taken: ReadonlySet<string>): string | undefined {
  const [name, method] = (chainOf(node) ?? []).slice(-2)
  const root = chainOf(node)?.[0]
  if (name === undefined || method === undefined || root === undefined) return undefined
  const isStore = root === 'stores' ? chainOf(node)?.length === 3 : taken.has(root) && root === name
  const store = isStore ? storesByName().get(name) : undefined
  return store && `${store.path}#${name}.${method}`
}

/** Names of stores that are parameters, that a parameter takes out of `Stores`, or a constant out of `stores`. */
function storesIn(declared: Syntax): Set<string> {
  const names = new Set<string>()
  const keep = (node: unknown) => {
    if (isSyntax(node) && storesByName().has(node.name as string)) names.add(node.name as string)
  }
  const keepAll = (pattern: Syntax) => {
    for (const { value } of pattern.properties as Syntax[]) keep(value)
  }
  walk(declared, (node) => {
    const { id, init } = node as { id?: Syntax; init?: Syntax | null }
    if (id?.type === 'ObjectPattern' && init?.name === 'stores') keepAll(id)
    if (!JSON.stringify(node.typeAnnotation ?? '').includes('"Stores"')) return
    if (node.type === 'Identifier') keep(node)
    if (node.type === 'ObjectPattern') keepAll(node)
  })
  return names
}
