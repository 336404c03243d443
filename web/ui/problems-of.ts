import type { Route } from '@mayfly/contract/route'
import { say } from '../language/say.ts'

/** What the contract says about each field, by its name; the first sentence for each. Empty when all is well. */
export function problemsOf(schema: Route['input'], values: unknown): Record<string, string> {
  const { error } = schema.safeParse(values)
  const problems: Record<string, string> = {}
  for (const { path, message } of error?.issues ?? []) problems[path.join('.')] ??= say(message)
  return problems
}
