import { sizes } from '../sizes.ts'
import type { Column } from './columns.ts'
import { type Line, totalOf } from './estimate.ts'

const NOTHING = '–'
const LARGEST = 3
const NAME_WIDTH = 10
const GAP = 3

type Row = readonly string[]

/** What a month costs, as aligned text: a row for each service, or for each line of the bill. */
export function tableOf(columns: readonly Column[], { byLine = false } = {}): string {
  const groupOf = ({ service, what }: Line) => (byLine ? `${service}: ${what}` : service)
  const sums = columns.map(({ lines }) => sumsBy(lines, groupOf))
  const last = sums.at(-1)
  const groups = [...new Set(sums.flatMap((sum) => [...sum.keys()]))]
  groups.sort((one, other) => (last?.get(other) ?? 0) - (last?.get(one) ?? 0))
  const totals = columns.map(({ lines }) => totalOf(lines))
  const body: Row[] = groups.map((group) => [group, ...sums.map((sum) => dollars(sum.get(group) ?? 0))])
  const head: Row[] = [
    ['people in a month', ...columns.map(({ usage }) => usage.title)],
    ['size', ...columns.map(({ size }) => size)],
  ]
  const foot: Row[] = [
    ['total', ...totals.map(dollars)],
    [
      'for each person',
      ...columns.map(({ usage }, index) => dollars((totals[index] ?? 0) / usage.people || 0)),
    ],
    ['budget of the size', ...columns.map(({ size }) => sizes[size].monthlyDollars.toLocaleString('en'))],
  ]
  return [
    'What a month costs, in US dollars of us-east-1, before taxes.',
    '',
    ...aligned([head, body, foot]),
    '',
    'The largest lines',
    ...columns.flatMap(largestOf),
    '',
  ].join('\n')
}

function sumsBy(lines: readonly Line[], groupOf: (line: Line) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const line of lines) sums.set(groupOf(line), (sums.get(groupOf(line)) ?? 0) + line.usd)
  return sums
}

const dollars = (usd: number) =>
  Number.isFinite(usd) && usd > 0
    ? usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : NOTHING

/** Rules stand between the parts. */
function aligned(parts: readonly Row[][]): string[] {
  const rows = parts.flat()
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(NAME_WIDTH, ...rows.map((row) => row[index]?.length ?? 0)),
  )
  const text = (row: Row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join(' '.repeat(GAP))
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, GAP * (widths.length - 1)))
  return parts.flatMap((part, index) => [...(index === 0 ? [] : [rule]), ...part.map(text)])
}

function largestOf({ usage, lines }: Column): string[] {
  const largest = [...lines].sort((one, other) => other.usd - one.usd).slice(0, LARGEST)
  const width = Math.max(...largest.map(({ usd }) => dollars(usd).length))
  return [
    `  ${usage.title}`,
    ...largest.map(({ service, what, usd }) => `    ${dollars(usd).padStart(width)}  ${service}: ${what}`),
  ]
}
