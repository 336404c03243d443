import { StartupProblem } from '../startup-problem.ts'

type Scalar = string | number | boolean | null

/** One condition on a field: a value that it must have, or an operator. */
export type FilterRule =
  | Scalar
  | { prefix: string }
  | { exists: boolean }
  | { 'anything-but': Scalar | readonly Scalar[] }

/**
 * The part of EventBridge's pattern language that we need: a field matches when one of its rules does, a pattern when
 * all its fields do.
 */
export type FilterPattern = { readonly [field: string]: FilterPattern | readonly FilterRule[] }

const operators: Record<string, { takes: (operand: unknown) => boolean; what: string }> = {
  prefix: { takes: (operand) => typeof operand === 'string', what: 'a text' },
  exists: { takes: (operand) => typeof operand === 'boolean', what: 'true or false' },
  'anything-but': { takes: isScalarOrList, what: 'a value or a list of values' },
}

/** Refuses, with a StartupProblem, patterns that could not be played as EventBridge does. */
export function assertPatterns(patterns: readonly FilterPattern[]): void {
  for (const pattern of patterns) assertNode(pattern, '')
}

function assertNode(node: unknown, path: string): void {
  if (Array.isArray(node)) assertRules(node, path)
  else if (isObject(node) && Object.keys(node).length > 0) {
    for (const [field, child] of Object.entries(node)) assertNode(child, path ? `${path}.${field}` : field)
  } else throw refusal(path, 'needs a list of rules, or fields with such lists')
}

function assertRules(rules: readonly unknown[], path: string): void {
  if (path === '' || rules.length === 0) throw refusal(path, 'needs fields with at least one rule each')
  for (const rule of rules) {
    if (!isScalar(rule)) assertOperator(rule, path)
  }
}

function assertOperator(rule: unknown, path: string): void {
  const [[name, operand] = ['', undefined], ...others] = isObject(rule) ? Object.entries(rule) : []
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (operator === undefined || others.length > 0) {
    const known = Object.keys(operators).join(', ')
    throw refusal(path, `has the rule ${JSON.stringify(rule)}; known are a value or one of ${known}`)
  }
  if (!operator.takes(operand)) throw refusal(path, `gives "${name}" something else than ${operator.what}`)
}

function refusal(path: string, what: string): StartupProblem {
  return new StartupProblem(`A filter of a stream mapping can't be used: ${path || 'the pattern'} ${what}.`)
}

/** Whether a record wakes the function. */
export function matchesAny(patterns: readonly FilterPattern[], record: unknown): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matches(pattern, record))
}

/** A list matches as EventBridge has it: when one of its members does. */
function matches(pattern: FilterPattern | readonly FilterRule[], value: unknown): boolean {
  if (isRules(pattern)) {
    const leaves = [value].flat(Number.POSITIVE_INFINITY).filter(isScalar)
    return pattern.some((rule) => holds(rule, leaves))
  }
  const candidates: unknown[] = Array.isArray(value) ? value : [value]
  return candidates.some((candidate) => matchesFields(pattern, candidate))
}

function matchesFields(pattern: FilterPattern, value: unknown): boolean {
  const fields = isObject(value) ? value : {}
  return Object.entries(pattern).every(([field, child]) =>
    matches(child, Object.hasOwn(fields, field) ? fields[field] : undefined),
  )
}

function holds(rule: FilterRule, leaves: Scalar[]): boolean {
  if (isScalar(rule)) return leaves.includes(rule)
  if ('exists' in rule) return leaves.length > 0 === rule.exists
  if ('prefix' in rule) return leaves.some((leaf) => typeof leaf === 'string' && leaf.startsWith(rule.prefix))
  const unwanted = [rule['anything-but']].flat()
  return leaves.some((leaf) => !unwanted.includes(leaf))
}

function isRules(pattern: FilterPattern | readonly FilterRule[]): pattern is readonly FilterRule[] {
  return Array.isArray(pattern)
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function isScalarOrList(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 && value.every(isScalar) : isScalar(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
