import { LIVE_PATH } from '@mayfly/contract/live'
import type { Route } from '@mayfly/contract/route'
import { routes } from '@mayfly/contract/routes'
import { type Lambda, wiring } from '@mayfly/lambdas/wiring'
import type { Template } from '../templates-in-test.ts'
import { moduleAt, modulesIn } from './code/modules.ts'
import { type Syntax, walk } from './code/syntax.ts'
import type { Drawing } from './model.ts'

/** A form of name that an arrow's words may hold, and whether there is something of that name. */
interface Naming {
  form: RegExp
  exists: (name: string) => boolean
}

/** Names in the words of arrows and steps that nothing has, in sentences. */
export function labelDrift({ relations, steps }: Drawing, templates: Record<string, Template>): string[] {
  const namings = namingsIn(templates)
  return [...relations, ...steps].flatMap(({ from, to, label }) =>
    namings
      .flatMap(({ form, exists }) => [...label.matchAll(form)].map(([name]) => ({ name, exists })))
      .filter(({ name, exists }) => !exists(name))
      .map(({ name }) => `The arrow ${from} -> ${to} says ${name}, and there is no such thing.`),
  )
}

const METHODS = 'GET|POST|PUT|DELETE'
const request = new RegExp(`\\b(${METHODS}) (\\S+)`, 'g')

/** The route that an arrow's words name; `…` stands for the beginning of its path. */
export function routeIn(label: string): Route | undefined {
  const [, method, path = ''] = new RegExp(request.source).exec(label) ?? []
  const isMeant = (route: Route) =>
    path.startsWith('…') ? route.path.endsWith(path.slice(1)) : route.path === path
  return Object.values<Route>(routes).find((route) => route.method === method && isMeant(route))
}

function namingsIn(templates: Record<string, Template>): Naming[] {
  const { statements, commands } = inStorage()
  const lambdas: [string, Lambda][] = Object.entries(wiring)
  const triggers = lambdas.map(([, { on }]) => JSON.stringify(on)).join('\n')
  const events = JSON.stringify(templates['mayfly-pictures'] ?? {})
  return [
    { form: request, exists: (name) => routeIn(name) !== undefined },
    { form: /\bOPTIONS\b/g, exists: (name) => triggers.includes(`"route":"${name} `) },
    { form: new RegExp(`(?<!(${METHODS}) \\S*)/[a-z]+\\b`, 'g'), exists: (name) => name === LIVE_PATH },
    {
      form: /\b[A-Z][a-z]+([A-Z][a-z]+)+\b/g,
      exists: (name) => commands.has(name) || events.includes(`s3:${name}:`),
    },
    {
      form: /(?<!\/\S*)\b[a-z]{2,}(-[a-z]+)+\b/g,
      exists: (name) => name in wiring || triggers.includes(`"${name}"`),
    },
    { form: /\b[a-z]+(_[a-z]+)+\b/g, exists: (name) => statements.includes(name) },
    {
      form: new RegExp(`\\b(?!OPTIONS|${METHODS})[A-Z]{4,}\\b`, 'g'),
      exists: (name) => new RegExp(`\\b(pg_)?${name}\\b`, 'i').test(statements),
    },
  ]
}

/** What storage writes in SQL, and which commands it sends to AWS. */
function inStorage(): { statements: string; commands: ReadonlySet<string> } {
  const statements: string[] = []
  const commands = new Set<string>()
  const see = (node: Syntax) => {
    if (node.type === 'TemplateElement') statements.push((node.value as { raw: string }).raw)
    if (node.type === 'NewExpression')
      commands.add(String((node.callee as Syntax).name).replace(/Command$/, ''))
  }
  for (const path of modulesIn('storage'))
    for (const { syntax } of moduleAt(path).declared.values()) walk(syntax, see)
  return { statements: statements.join('\n'), commands }
}
