import type { Template } from '../templates-in-test.ts'
import { allowances } from './allowances.ts'
import type { Charge, Estimator, Resource } from './estimator.ts'
import { backend } from './estimators/backend.ts'
import { edge } from './estimators/edge.ts'
import { functions } from './estimators/functions.ts'
import { logs } from './estimators/logs.ts'
import { operations } from './estimators/operations.ts'
import { people } from './estimators/people.ts'
import { stores } from './estimators/stores.ts'
import { withACatch } from './estimators/with-a-catch.ts'
import { freeTypes } from './free-types.ts'
import type { Allowance } from './price.ts'
import { type PriceName, prices } from './prices.ts'
import type { Usage } from './usage/usage.ts'

/** One line of a month's bill, after what is free. */
export interface Line {
  service: string
  what: string
  usd: number
}

const estimators: Readonly<Record<string, Estimator>> = {
  ...backend,
  ...edge,
  ...functions,
  ...logs,
  ...operations,
  ...people,
  ...stores,
  ...withACatch,
}

/**
 * What a month with this usage costs in dollars, line by line.
 * @throws naming the resource, when nobody has thought about what it costs
 */
export function estimate(templates: Readonly<Record<string, Template>>, usage: Usage): Line[] {
  return linesOf(chargesOf(templates, usage))
}

/** Everything that is paid for, with what will be free of it. */
export function chargesOf(templates: Readonly<Record<string, Template>>, usage: Usage): Charge[] {
  const charges = Object.values(templates).flatMap((template) =>
    Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) =>
      chargesFor({ id, type: Type, properties: Properties, template, usage }),
    ),
  )
  const seen = new Set<string>()
  return charges.filter(({ what, once }) => {
    if (once === undefined) return true
    const key = `${what} ${once}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function chargesFor(resource: Resource): Charge[] {
  const { type, id } = resource
  if (type in freeTypes) return []
  const estimator = estimators[type]
  if (estimator === undefined)
    throw new Error(
      `What does ${id} cost? ${type} has neither an estimator nor a reason to be free: see infra/cost.`,
    )
  return estimator(resource)
}

/** An allowance is one for everything of its price, and each line gets its share. */
function linesOf(charges: readonly Charge[]): Line[] {
  const used = new Map<PriceName, number>()
  for (const { price, quantity } of charges) used.set(price, (used.get(price) ?? 0) + quantity)
  const lines = new Map<string, Line>()
  for (const { service, what, price, quantity } of charges) {
    const total = used.get(price) ?? 0
    const usd = quantity * paidShare(price, total) * prices[price].usd
    const key = `${service}: ${what}`
    lines.set(key, { service, what, usd: (lines.get(key)?.usd ?? 0) + usd })
  }
  return [...lines.values()]
}

function paidShare(price: PriceName, total: number): number {
  if (total === 0) return 0
  const { amount = 0 } = (allowances as Partial<Record<PriceName, Allowance>>)[price] ?? {}
  return Math.max(0, total - amount) / total
}

export const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, { usd }) => sum + usd, 0)
