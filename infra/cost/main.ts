import { parseArgs } from 'node:util'
import { settings } from '../settings.ts'
import { sizes } from '../sizes.ts'
import { columnsFor, type SizeName, templatesOf } from './columns.ts'
import { tableOf } from './table.ts'
import { writeDown } from './written-down.ts'

const { values } = parseArgs({
  options: {
    /** All usages at this size. */
    size: { type: 'string' },
    /** Every line of the bill, not only each service. */
    lines: { type: 'boolean' },
    /** Into docs/cost.md. */
    write: { type: 'boolean' },
  },
})
const { size, lines: byLine = false } = values

if (values.write) writeDown(tableOf(columnsFor(templatesOf)))
else if (size !== undefined && !isSize(size)) {
  say(`There is no size ${size}. There are ${Object.keys(sizes).join(', ')}.\n`)
  process.exitCode = 1
} else say(tableOf(columnsFor(templatesOf, size), { byLine }))

if (settings.region !== 'us-east-1') say(`In ${settings.region} most prices are somewhat higher.\n`)

function isSize(name: string): name is SizeName {
  return Object.hasOwn(sizes, name)
}

function say(text: string): void {
  process.stdout.write(text)
}
