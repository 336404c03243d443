import { invalid } from './dynamodb-error.ts'

/** A condition or filter as the engine has read it: operators and functions over paths, which are lists, and values. */
type Node = Operator | unknown[] | Record<string, unknown>
type Operator = { type: string; name?: string; args: Node[] }

const comparisons = new Set(['=', '<>', '<', '<=', '>', '>='])
const valueTakers = new Set(['in', 'between', 'begins_with'])

/**
 * Refuses what the engine would get wrong: it compares maps and lists by identity, takes two missing attributes for the
 * same, and fails over one that is missing where it looks for a value. What depends on the item it can't see: in `size`,
 * `attribute_type`, `IN` and `BETWEEN` the engine takes an attribute that holds the empty text for a missing one.
 */
export function assertEvaluable(data: Record<string, unknown>): void {
  for (const name of ['_condition', '_filter']) {
    const parsed = data[name] as { expression?: Node } | undefined
    if (parsed?.expression) assertNode(parsed.expression)
  }
}

function assertNode(node: Node): void {
  if (!isOperator(node)) return
  const name = node.name ?? node.type
  const { args } = node
  const [, ...others] = args
  if (comparisons.has(name) && !args.some(isScalar)) {
    throw invalid('Only with a text, a number, bytes, a truth or null can be compared here.')
  }
  if (valueTakers.has(name) && !others.every(isOrdered)) {
    throw invalid(`${name.toUpperCase()} takes only texts, numbers and bytes here.`)
  }
  for (const argument of args) assertNode(argument)
}

function isOperator(node: Node): node is Operator {
  return 'args' in node && Array.isArray(node.args)
}

function isOrdered(node: Node): boolean {
  return !Array.isArray(node) && ['S', 'N', 'B'].some((kind) => kind in node)
}

function isScalar(node: Node): boolean {
  return isOrdered(node) || (!Array.isArray(node) && ('BOOL' in node || 'NULL' in node))
}
