import { limits } from '@mayfly/contract/limits'
import type { Author } from '@mayfly/contract/people'

/** Who is named, and the others in words, if there are more than have room. */
export function othersBeside(people: readonly Author[], count: number) {
  if (count <= people.length) return { named: people, others: undefined }
  const named = people.slice(0, 2)
  const rest = count - named.length
  const isMore = count >= limits.notificationsMost
  return { named, others: `${rest}${isMore ? '+' : ''} others` }
}

/** What stands before a name: `, ` or ` and `. */
export function joinerBefore(index: number, length: number, hasOthers: boolean): string {
  if (index === 0) return ''
  return index === length - 1 && !hasOthers ? ' and ' : ', '
}
