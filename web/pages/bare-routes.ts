import { routes } from '@mayfly/contract/routes'
import type { Plugin } from 'vite'

/**
 * Gives the browser the table of routes without its schemas: the client needs methods and paths alone, and forms
 * import their own schema. So the first page comes without a validator.
 */
export function bareRoutes(): Plugin {
  return {
    name: 'mayfly-bare-routes',
    load(id) {
      if (!id.endsWith('/contract/routes.ts')) return undefined
      return `export const routes = ${JSON.stringify(bareTable())}`
    },
  }
}

const bareTable = () =>
  Object.fromEntries(
    Object.entries(routes).map(([name, route]) => {
      const { input: _input, output: _output, summary: _summary, ...bare } = route
      return [name, bare]
    }),
  )
