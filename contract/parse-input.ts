import type { Fields } from './refusal.ts'
import { Refusal } from './refusal.ts'
import type { Input, Route } from './route.ts'

/** A few are enough to see what is wrong; all of them would make the answer longer than the request. */
const MOST_STRANGE_FIELDS = 10

/** What a route is given, checked. @throws Refusal `invalid` that names each wrong field */
export function parseInput<R extends Route>({ input }: R, value: unknown): Input<R> {
  const parsed = input.safeParse(value)
  if (parsed.success) return parsed.data as Input<R>
  const fields: Fields = {}
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys.slice(0, MOST_STRANGE_FIELDS))
        fields[key] = 'This is not a field of this request.'
    else fields[issue.path.join('.')] ??= issue.message
  }
  throw new Refusal('invalid', Object.values(fields)[0] ?? 'Something here is not right.', fields)
}
