import { limits } from '@mayfly/contract/limits'
import type { Author } from '@mayfly/contract/people'
import { language, locale } from '../language/language.ts'
import { t } from '../language/words.ts'

const NAMED_AT_MOST = 2

// As the British write it: without a comma before the "and".
const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : locale, { type: 'conjunction' })

/** Who did it, and the words between them: `Ada`, `Ada, Ben and Cleo`, `Ada, Ben and 3 others`. */
export function namesOf(people: readonly Author[], count: number): (Author | string)[] {
  const all = count <= people.length ? people : withOthers(people.slice(0, NAMED_AT_MOST), count)
  const pieces = list.formatToParts(all.map((_, place) => String(place)))
  return pieces.map(({ type, value }) => (type === 'element' && all[Number(value)]) || value)
}

function withOthers(named: readonly Author[], count: number): (Author | string)[] {
  const n = count - named.length
  const isMore = count >= limits.notificationsMost
  return [
    ...named,
    isMore ? t('{n}+ others', { n }) : t('{n, plural, one {# other} other {# others}}', { n }),
  ]
}
