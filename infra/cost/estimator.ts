import type { Template } from '../templates-in-test.ts'
import type { PriceName } from './prices.ts'
import type { Usage } from './usage/usage.ts'

/** One thing that a month's bill has a line for. */
export interface Charge {
  service: string
  what: string
  price: PriceName
  /** In the unit of its price. */
  quantity: number
  /** Charges that name the same thing are one. */
  once?: string
}

/** A resource of a template, and what it will have to do. */
export interface Resource {
  id: string
  type: string
  properties: Readonly<Record<string, unknown>>
  template: Template
  usage: Usage
}

export type Estimator = (resource: Resource) => Charge[]

export const HOURS_A_MONTH = 730
export const SECONDS_A_MONTH = HOURS_A_MONTH * 3600
export const GIGABYTE = 1e9

/** What nobody has thought about is not free. */
export function refuse({ type, id }: Resource, why: string): never {
  throw new Error(`The cost of ${id} (${type}) is not known: ${why}`)
}

export function textOf(resource: Resource, name: string): string {
  const value = resource.properties[name]
  return typeof value === 'string' ? value : refuse(resource, `${name} is no plain text.`)
}

/** CloudFormation writes some numbers as text. */
export function numberOf(resource: Resource, name: string): number {
  const value = Number(resource.properties[name] ?? Number.NaN)
  return Number.isFinite(value) ? value : refuse(resource, `${name} is no number.`)
}

/** Refuses whatever is set up in another way than the estimate is made for. */
export function expectProperty(resource: Resource, name: string, ...expected: unknown[]): void {
  const value = resource.properties[name]
  if (!expected.includes(value))
    refuse(resource, `${name} is ${JSON.stringify(value)}, and the estimate is for ${expected.join(' or ')}.`)
}

/** What one of Mayfly's names says after its beginning: `site` for `mayfly-site-123456789012-us-east-1`. */
export function keyIn<Key extends string>(
  resource: Resource,
  name: string,
  table: Readonly<Record<Key, unknown>>,
): Key {
  const value = textOf(resource, name)
  const key = Object.keys(table).find(
    (one) => value === `mayfly-${one}` || value.startsWith(`mayfly-${one}-`),
  )
  return (key as Key | undefined) ?? refuse(resource, `nothing says what ${value} is used for.`)
}
