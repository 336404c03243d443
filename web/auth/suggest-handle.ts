import { Handle } from '@mayfly/contract/handles'
import { limits } from '@mayfly/contract/limits'

/** A handle made of a name: "Zoë Müller" is zoe_muller. Empty when the name has nothing to make one of. */
export function suggestHandle(displayName: string): string {
  const plain = displayName.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words = plain.replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '')
  const handle = words.slice(0, limits.handleLongest).replace(/_+$/, '')
  return Handle.safeParse(handle).success ? handle : ''
}
