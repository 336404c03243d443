import { invalid } from './dynamodb-error.ts'

/** A condition or filter as the engine has read it: operators over paths, which are lists, and values. */
type Node = { type: string; args: Node[] } | unknown[] | Record<string, unknown>

const comparisons = new Set(['=', '<>', 'in'])

/** Refuses what the engine would get wrong: it compares maps and lists by identity, and IN fails over what is missing. */
export function assertEvaluable(data: Record<string, unknown>): void {
  for (const name of ['_condition', '_filter']) {
    const parsed = data[name] as { expression?: Node } | undefined
    if (parsed?.expression) assertNode(parsed.expression)
  }
}

function assertNode(node: Node): void {
  if (Array.isArray(node) || !isOperator(node)) return
  if (comparisons.has(node.type) && node.args.some(isComposed)) {
    throw invalid('Maps and lists cannot be compared here.')
  }
  const [, ...candidates] = node.args
  if (node.type === 'in' && candidates.some(isNoScalar)) {
    throw invalid('IN takes only texts, numbers and bytes here.')
  }
  for (const argument of node.args) assertNode(argument)
}

function isOperator(node: object): node is { type: string; args: Node[] } {
  return 'type' in node && 'args' in node && Array.isArray(node.args)
}

function isComposed(node: Node): boolean {
  return !Array.isArray(node) && ('M' in node || 'L' in node)
}

function isNoScalar(node: Node): boolean {
  return Array.isArray(node) || !('S' in node || 'N' in node || 'B' in node)
}
