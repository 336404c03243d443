import { settings } from '../settings.ts'
import type { Settings } from '../settings-schema.ts'
import { synthesise, type Template } from '../templates-in-test.ts'
import { estimate, type Line } from './estimate.ts'
import { hundredThousand } from './usage/hundred-thousand.ts'
import { idle } from './usage/idle.ts'
import { thousand } from './usage/thousand.ts'
import type { Usage } from './usage/usage.ts'

export type SizeName = Settings['size']

/** One usage at one size, and the lines of its bill. */
export interface Column {
  usage: Usage
  size: SizeName
  lines: Line[]
}

export const usages: readonly Usage[] = [idle, thousand, hundredThousand]

/** The templates of a size where prices are known, with mails from the domain itself. */
export const templatesOf = (size: SizeName): Record<string, Template> =>
  synthesise({ ...settings, size, region: 'us-east-1', mailFrom: `hello@${settings.domain}` })

/** Each usage at the size that is meant for it, or all at one. */
export function columnsFor(
  templates: (size: SizeName) => Record<string, Template>,
  only?: SizeName,
): Column[] {
  return usages.map((usage) => {
    const size = only ?? usage.size
    return { usage, size, lines: estimate(templates(size), usage) }
  })
}
