import type { Route } from '@mayfly/contract/route'

/** A line of API Gateway's own table: a route of the contract, or the preflight. */
export interface GatewayRoute {
  /** `GET /posts/{id}` */
  key: string
  method: string
  segments: string[]
  auth: Route['auth']
  /** 'backend', or the name of a function. */
  by: string
}

export interface Match {
  route: GatewayRoute
  parameters: Record<string, string>
}

/** The contract's routes, and one for every preflight; the most exact come first, as API Gateway chooses. */
export function routeTable(routes: Record<string, Route>, preflight: string): GatewayRoute[] {
  const table = Object.values(routes).map(({ method, path, auth, by }) => line(method, path, auth, by))
  table.push(line('OPTIONS', '/{proxy+}', 'none', preflight))
  return table.sort((one, other) => rank(one).localeCompare(rank(other)))
}

function line(method: string, path: string, auth: Route['auth'], by: string): GatewayRoute {
  return { key: `${method} ${path}`, method, segments: path.split('/').slice(1), auth, by }
}

/** Sorts fixed segments before parameters before greedy parameters, from left to right. */
function rank(route: GatewayRoute): string {
  const ranks = route.segments.map((segment) => {
    if (!segment.startsWith('{')) return 0
    return segment.endsWith('+}') ? 2 : 1
  })
  return ranks.join('')
}

/**
 * The decoded segments of a path, or undefined when it is not one that all layers would read the same way:
 * a broken percent encoding, a dot segment, a backslash, a fragment.
 */
export function readPath(path: string): string[] | undefined {
  if (!path.startsWith('/') || /[\\#]/.test(path)) return undefined
  try {
    const segments = path.slice(1).split('/').map(decodeURIComponent)
    const hasDots = segments.some((segment) => segment === '.' || segment === '..')
    return hasDots ? undefined : segments
  } catch {
    return undefined
  }
}

/** The first route that fits. A trailing slash makes another path, and another method makes no match. */
export function matchRoute(table: GatewayRoute[], method: string, segments: string[]): Match | undefined {
  for (const route of table) {
    if (route.method !== method) continue
    const parameters = fit(route.segments, segments)
    if (parameters) return { route, parameters }
  }
  return undefined
}

function fit(pattern: string[], segments: string[]): Record<string, string> | undefined {
  const isGreedy = pattern.at(-1)?.endsWith('+}')
  if (isGreedy ? segments.length < pattern.length : segments.length !== pattern.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const isLastGreedy = isGreedy && index === pattern.length - 1
    const value = isLastGreedy ? segments.slice(index).join('/') : (segments[index] as string)
    if (!part.startsWith('{')) {
      if (part !== value) return undefined
      continue
    }
    if (value === '') return undefined
    parameters[part.replace(/[{}+]/g, '')] = value
  }
  return parameters
}
