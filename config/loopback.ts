const loopback = /^(localhost|.+\.localhost|127\..+|0\.0\.0\.0|::1?|::ffff:7f.+|)$/i

/** Whether an address is of this machine alone. */
export function isOnThisMachine(address: string): boolean {
  const { hostname } = new URL(address)
  return loopback.test(hostname.replace(/^\[|\]$/g, ''))
}
