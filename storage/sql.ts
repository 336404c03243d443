import { createHash } from 'node:crypto'

/** A statement, or a part of one, with its values kept apart from its text. */
export interface Statement {
  strings: readonly string[]
  values: readonly unknown[]
}

/** Writes SQL as SQL: `sql\`select 1 from users where id = ${id}\``. A Statement as a value is put in its place. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Statement {
  const flatStrings: string[] = []
  const flatValues: unknown[] = []
  let open = strings[0] ?? ''
  values.forEach((value, index) => {
    if (isStatement(value)) {
      const [first = '', ...rest] = value.strings
      open += first
      rest.forEach((string, position) => {
        flatStrings.push(open)
        flatValues.push(value.values[position])
        open = string
      })
    } else {
      flatStrings.push(open)
      flatValues.push(value)
      open = ''
    }
    open += strings[index + 1] ?? ''
  })
  return { strings: [...flatStrings, open], values: flatValues }
}

const names = new Map<string, string>()

/** What the driver takes. The name makes Postgres prepare each statement once a connection: see docs/decisions. */
export function toQuery({ strings, values }: Statement) {
  const text = strings.reduce((left, right, index) => `${left}$${index}${right}`)
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
    names.set(text, name)
  }
  return { name, text, values: [...values] }
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value
}
