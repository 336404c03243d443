/**
 * The part of ICU MessageFormat that our texts need: `{name}`, `{n, plural, =0 {…} one {…} other {…}}` with `#`,
 * `{kind, select, a {…} other {…}}` and tags, `<link>…</link>`. No quoting: no text needs it.
 * See https://unicode-org.github.io/icu/userguide/format_parse/messages.
 */
export type Part = string | Argument | Count | Choice | Tag

interface Argument {
  kind: 'argument'
  name: string
}

/** `#`: the number of the plural around it. */
interface Count {
  kind: 'count'
  name: string
}

interface Choice {
  kind: 'plural' | 'select'
  name: string
  forms: Record<string, Part[]>
}

interface Tag {
  kind: 'tag'
  name: string
  within: Part[]
}

const special = /[{}<#]/g
const opening = /\{\s*(\w+)\s*(?:\}|,\s*(plural|select)\s*,)/y
const form = /\s*(=?\w+)\s*\{/y
const tag = /<(\w+)>/y

/** Throws a SyntaxError that tells where a text is wrong. */
export function parseMessage(message: string): Part[] {
  let place = 0

  const fail = (): never => {
    throw new SyntaxError(`"${message}" is wrong at ${place + 1}.`)
  }

  /** Reads what the pattern says at this place, and goes on behind it. */
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = place
    const found = pattern.exec(message)
    if (found) place = pattern.lastIndex
    return found
  }

  const readPlain = (isCounted: boolean): string => {
    special.lastIndex = place
    let end = special.exec(message)
    while (end && !isCounted && end[0] === '#') end = special.exec(message)
    const plain = message.slice(place, end?.index)
    place += plain.length
    return plain
  }

  const readForms = (kind: Choice['kind'], name: string): Choice => {
    const forms: Choice['forms'] = {}
    for (let found = read(form); found; found = read(form)) {
      forms[found[1] as string] = readParts(kind === 'plural' ? name : undefined)
      if (message[place] !== '}') fail()
      place += 1
    }
    if (!read(/\s*\}/y) || !forms.other) fail()
    return { kind, name, forms }
  }

  const readSpecial = (counted: string | undefined): Part => {
    if (message[place] === '#' && counted !== undefined) {
      place += 1
      return { kind: 'count', name: counted }
    }
    const opened = read(opening)
    if (opened) {
      const [, name = '', kind] = opened
      return kind === undefined ? { kind: 'argument', name } : readForms(kind as Choice['kind'], name)
    }
    const [, name = ''] = read(tag) ?? fail()
    const within = readParts(counted)
    if (!message.startsWith(`</${name}>`, place)) fail()
    place += name.length + 3
    return { kind: 'tag', name, within }
  }

  /** Reads up to the end, or to what closes the form or the tag around. */
  const readParts = (counted: string | undefined): Part[] => {
    const parts: Part[] = []
    while (place < message.length && message[place] !== '}' && !message.startsWith('</', place)) {
      parts.push(readPlain(counted !== undefined) || readSpecial(counted))
    }
    return parts
  }

  const parts = readParts(undefined)
  return place < message.length ? fail() : parts
}

type Wrap<Made> = (words: (string | Made)[]) => Made

/** What stands for each name: words or a number, for a tag what is made of the words in it. */
export type Values<Made> = Record<string, string | number | Made | Wrap<Made>>

/**
 * The pieces of a text in a language, in their order. What has no value stays as its name in braces.
 * @param placed how words look where they are put in
 */
export function formatMessage<Made>(
  parts: readonly Part[],
  values: Values<Made>,
  locale: string,
  placed: (words: string) => string = (words) => words,
): (string | Made)[] {
  const within = (inner: readonly Part[]) => formatMessage(inner, values, locale, placed)
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [part]
    const value = values[part.name]
    if (part.kind === 'tag') {
      const words = within(part.within)
      return typeof value === 'function' ? [(value as Wrap<Made>)(words)] : words
    }
    if (part.kind === 'plural' || part.kind === 'select') return within(formFor(part, value, locale))
    if (value === undefined || typeof value === 'function') return [`{${part.name}}`]
    if (typeof value === 'number') return [numberIn(locale).format(value)]
    return [typeof value === 'string' ? placed(value) : value]
  })
}

function formFor({ kind, forms }: Choice, value: unknown, locale: string): Part[] {
  const other = forms.other ?? []
  if (kind === 'select') return forms[String(value)] ?? other
  return forms[`=${value}`] ?? forms[rulesIn(locale).select(Number(value))] ?? other
}

const numberIn = keptFor((locale) => new Intl.NumberFormat(locale))
const rulesIn = keptFor((locale) => new Intl.PluralRules(locale))

/** Makes it once for each language: that takes longer than using it. */
function keptFor<Kept>(make: (locale: string) => Kept): (locale: string) => Kept {
  const kept = new Map<string, Kept>()
  return (locale) => {
    const made = kept.get(locale) ?? make(locale)
    kept.set(locale, made)
    return made
  }
}
