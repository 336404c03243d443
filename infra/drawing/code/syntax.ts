/** A node of a syntax tree, as far as a drawing needs to know it. */
export interface Syntax {
  type: string
  [part: string]: unknown
}

/** Children of types mean nothing when the code runs; these hold an expression. */
const expressionsInTypes = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])

/** Calls `see` with the node and everything in it that runs; not with the names of properties. */
export function walk(node: unknown, see: (node: Syntax) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, see)
    return
  }
  if (!isSyntax(node)) return
  if (expressionsInTypes.has(node.type)) walk(node.expression, see)
  if (node.type.startsWith('TS')) return
  see(node)
  for (const [part, child] of Object.entries(node)) if (!isName(node, part)) walk(child, see)
}

export const isSyntax = (node: unknown): node is Syntax =>
  typeof node === 'object' && node !== null && typeof (node as Syntax).type === 'string'

/** `a.name`, `{ name: … }` and `<A name>` do not refer to anything called so. */
const isName = ({ type, computed, shorthand }: Syntax, part: string) =>
  (part === 'property' && type === 'MemberExpression' && computed !== true) ||
  (part === 'key' && computed !== true && shorthand !== true) ||
  (part === 'name' && type === 'JSXAttribute') ||
  part === 'typeAnnotation'

/** `stores.posts.insert` as its names; undefined where something is worked out in it. */
export function chainOf(node: Syntax): string[] | undefined {
  if (node.type === 'Identifier') return [node.name as string]
  if (node.type !== 'MemberExpression' || node.computed === true) return undefined
  const before = chainOf(node.object as Syntax)
  return before && [...before, (node.property as Syntax).name as string]
}
