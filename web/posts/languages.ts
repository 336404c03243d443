import { Draft } from '@mayfly/contract/posts'
import { locale } from '../language/language.ts'

/** Languages that many write in. Whoever's is missing has it in their browser's own list. */
const common =
  'ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv sw ta te th tl tr uk ur vi zh-Hans zh-Hant'

const isTag = (tag: string) => Draft.shape.language.safeParse(tag).success

/** What this browser prefers to read, which is what one writes most of the time. */
export const usualLanguage = (): string | undefined => navigator.languages.find(isTag)

/** What can be chosen, one's own first, with its name. */
export function languageChoices(chosen: string | undefined): { tag: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const own = [chosen ?? [], ...navigator.languages].flat().filter(isTag)
  const named = common.split(' ').map((tag) => ({ tag, name: names.of(tag) ?? tag }))
  const others = named.filter(({ tag }) => !own.includes(tag))
  const mine = [...new Set(own)].map((tag) => ({ tag, name: names.of(tag) ?? tag }))
  return [...mine, ...others.toSorted((one, other) => one.name.localeCompare(other.name, locale))]
}
