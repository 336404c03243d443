import { moduleAt } from './modules.ts'
import { isSyntax, type Syntax, walk } from './syntax.ts'

const STORES = 'storage/stores.ts'

interface Store {
  /** Its module. */
  path: string
  /** The function of the module that makes it. */
  maker: string
  /** Names of what the maker is given. */
  given: string[]
}

let known: Map<string, Store> | undefined

/** Every store by its name in `Stores`, read from where they are opened. */
export function storesByName(): Map<string, Store> {
  known ??= readStores()
  return known
}

function readStores(): Map<string, Store> {
  const { declared, imports } = moduleAt(STORES)
  const found = new Map<string, Store>()
  const keep = (name: unknown, call: unknown) => {
    if (typeof name !== 'string' || !isSyntax(call) || call.type !== 'CallExpression') return
    const maker = imports.get((call.callee as Syntax).name as string)
    const given = (call.arguments as Syntax[]).flatMap((one) =>
      typeof one.name === 'string' ? one.name : [],
    )
    if (maker) found.set(name, { path: maker.path, maker: maker.name, given })
  }
  walk(declared.get('openStores')?.syntax, (node) => {
    if (node.type === 'VariableDeclarator') keep((node.id as Syntax).name, node.init)
    if (node.type === 'Property') keep((node.key as Syntax).name, node.value)
  })
  return found
}
