const IPV4 = /^(\d{1,3}\.){3}\d{1,3}$/
const IPV6_LETTERS = /^[0-9a-f:.]+$/i
const IPV4_IN_IPV6 = /^::ffff:(?=.*\.)/i
const GROUPS = 8
const GROUPS_OF_A_NETWORK = 4

/**
 * Whom a network address stands for: an IPv4 address for itself, an IPv6 address for its /64, which is what one
 * household or machine gets. Undefined for what is no address.
 */
export function networkOf(address: string): string | undefined {
  const bare = address.replace(IPV4_IN_IPV6, '')
  if (IPV4.test(bare)) return bare
  const groups = groupsOf(bare)
  return groups && `${groups.slice(0, GROUPS_OF_A_NETWORK).join(':')}::/64`
}

/** The eight groups of an IPv6 address, as `URL` writes them: small letters, no zeros in front. */
function groupsOf(address: string): string[] | undefined {
  const url = IPV6_LETTERS.test(address) ? URL.parse(`http://[${address}]`) : null
  if (url === null) return undefined
  const [head = '', tail = ''] = url.hostname.slice(1, -1).split('::')
  const [before, after] = [head, tail].map((part) => part.split(':').filter((group) => group !== '')) as [
    string[],
    string[],
  ]
  const zeros = Array.from({ length: GROUPS - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after]
}
