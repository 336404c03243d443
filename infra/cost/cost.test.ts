import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sizes } from '../sizes.ts'
import type { Template } from '../templates-in-test.ts'
import { allowances } from './allowances.ts'
import { budgetFor } from './budget.ts'
import { columnsFor, type SizeName, templatesOf, usages } from './columns.ts'
import { chargesOf, estimate, totalOf } from './estimate.ts'
import { freeTypes } from './free-types.ts'
import { type PriceName, prices } from './prices.ts'
import { tableOf } from './table.ts'
import { usageOf } from './usage/habits.ts'
import { idle } from './usage/idle.ts'
import { writtenDown } from './written-down.ts'

const sizeNames = Object.keys(sizes) as SizeName[]
const templates = Object.fromEntries(sizeNames.map((size) => [size, templatesOf(size)])) as Record<
  SizeName,
  Record<string, Template>
>
const columns = columnsFor((size) => templates[size])
const charges = sizeNames.flatMap((size) => usages.flatMap((usage) => chargesOf(templates[size], usage)))

const one = (Type: string, Properties: Record<string, unknown> = {}) => ({
  'mayfly-invented': { Resources: { Invented: { Type, Properties } } },
})

test.each(sizeNames)('the cost of everything in a Mayfly of size %s is known', (size) => {
  for (const usage of usages) expect(totalOf(estimate(templates[size], usage))).toBeGreaterThan(0)
})

test('what nobody has thought about is an error that names it, and not free', () => {
  expect(() => estimate(one('AWS::EC2::NatGateway'), idle)).toThrow(
    'What does Invented cost? AWS::EC2::NatGateway has neither an estimator nor a reason to be free',
  )
})

test.each([
  ['AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface' }, 'VpcEndpointType is "Interface"'],
  ['AWS::Cognito::UserPool', { UserPoolTier: 'PLUS' }, 'UserPoolTier is "PLUS"'],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network' }, 'Type is "network"'],
  ['AWS::Lambda::Function', { FunctionName: 'mayfly-x', Architectures: ['x86_64'] }, 'ARM'],
  ['AWS::Logs::LogGroup', { LogGroupName: '/new', RetentionInDays: 7 }, 'how much is written'],
  ['AWS::S3::Bucket', { BucketName: 'mayfly-new-1' }, 'nothing says what mayfly-new-1 is used for'],
  [
    'AWS::RDS::DBInstance',
    { Engine: 'postgres', StorageType: 'gp3', DBInstanceClass: 'db.x9.huge' },
    'prices.ts has no db.x9.huge',
  ],
])('a known %s in a form without a price is an error too', (type, properties, sentence) => {
  expect(() => estimate(one(type, properties), idle)).toThrow(sentence)
})

test('every type that is free for a reason is there', () => {
  const there = new Set(
    Object.values(templates.demo).flatMap(({ Resources }) =>
      Object.values(Resources).map(({ Type }) => Type),
    ),
  )
  expect(Object.keys(freeTypes).filter((type) => !there.has(type))).toEqual([])
})

test('an idle demo costs about what its five large parts cost together, 42 dollars', () => {
  const total = totalOf(estimate(templates.demo, idle))
  expect(total).toBeGreaterThan(41)
  expect(total).toBeLessThan(48)
})

test('more people never cost less', () => {
  const costOf = (people: number) =>
    totalOf(estimate(templates.demo, usageOf({ title: 'some', size: 'demo', people, releases: 1 })))
  const people = fc.nat(1_000_000)
  fc.assert(
    fc.property(people, people, (some, more) => {
      expect(costOf(some + more)).toBeGreaterThanOrEqual(costOf(some))
    }),
    { numRuns: 30 },
  )
})

test('what is free is free for all stacks together, once', () => {
  const lines = estimate(templates.demo, { ...idle, people: 10_001 })
  expect(totalOf(lines.filter(({ service }) => service === 'Cognito'))).toBeCloseTo(prices.person.usd)
})

test.each(Object.entries({ ...prices, ...allowances }))('%s has a region, a date and a source', (_, row) => {
  expect(row.region).toBe('us-east-1')
  expect(row.date).toMatch(/^20\d\d-\d\d-\d\d$/)
  expect(row.source).toMatch(/^(https:\/\/aws\.amazon\.com\/.+|from memory)$/)
  expect(row.note).not.toBe('')
})

test('every price is asked for by something', () => {
  const asked = new Set(charges.map(({ price }) => price))
  expect((Object.keys(prices) as PriceName[]).filter((name) => !asked.has(name))).toEqual([])
})

test.each(Object.entries(allowances))('what is free of %s is measured as what is paid', (name, { unit }) => {
  expect(unit).toBe(prices[name as PriceName].unit)
})

test.each(columns)('the budget of $size follows from its estimate', ({ usage, size, lines }) => {
  const estimated = totalOf(lines)
  const { monthlyDollars } = sizes[size]
  expect(
    monthlyDollars,
    `sizes.ts has a budget of ${monthlyDollars} for ${size}; ${usage.title} people are estimated at ` +
      `${estimated.toFixed(2)}, from which follow ${budgetFor(estimated)}`,
  ).toBe(budgetFor(estimated))
})

test('the table in docs/cost.md is the current one', () => {
  expect(writtenDown(), 'run `npm run cost -- --write`').toBe(tableOf(columns))
})
