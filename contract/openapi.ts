import * as z from 'zod/mini'
import { type RateWindow, rates } from './limits.ts'
import { PROBLEM_TYPE, Problem } from './problem.ts'
import { pathParameters, type Route, rateOf } from './route.ts'
import { routes } from './routes.ts'

type Json = Record<string, unknown>

const subjects: Record<string, string> = {
  person: 'a person',
  address: 'a network address',
  email: 'an e-mail address',
}

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json =>
  // The document names its dialect once, so each schema need not.
  Object.fromEntries(
    Object.entries(z.toJSONSchema(schema, { io, unrepresentable: 'any' })).filter(
      ([key]) => key !== '$schema',
    ),
  )

/** The route table as an OpenAPI 3.1 document. */
export const openApi: Json = {
  openapi: '3.1.1',
  info: {
    title: 'Mayfly',
    version: '1',
    description:
      'Posts that burn down and are gone. Every read leaves out what has expired; every list is a page `{ items, next }`. Errors are problem details (RFC 9457) with a stable `code`.',
  },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  paths: pathsOf(Object.entries<Route>(routes)),
  components: {
    schemas: { Problem: schemaOf(Problem, 'output') },
    securitySchemes: {
      accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
  },
}

function pathsOf(entries: [string, Route][]): Json {
  const paths: Record<string, Json> = {}
  for (const [name, route] of entries) {
    paths[route.path] ??= {}
    Object.assign(paths[route.path] as Json, { [route.method.toLowerCase()]: operationOf(name, route) })
  }
  return paths
}

function operationOf(name: string, route: Route): Json {
  const input = schemaOf(route.input, 'input') as { properties?: Record<string, Json>; required?: string[] }
  const inPath = pathParameters(route.path)
  const rest = Object.entries(input.properties ?? {}).filter(([key]) => !inPath.includes(key))
  const isRead = route.method === 'GET' || route.method === 'DELETE'
  const parameters = [
    ...inPath.map((key) => ({
      name: key,
      in: 'path',
      required: true,
      schema: input.properties?.[key] ?? {},
    })),
    ...(isRead ? rest.map(([key, schema]) => queryParameter(key, schema, input.required)) : []),
  ]
  return {
    operationId: name,
    summary: route.summary,
    ...descriptionOf(route),
    tags: [route.path.split('/')[1]],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(isRead ? {} : { requestBody: bodyOf(rest, input.required) }),
    responses: responsesOf(route),
    ...(securityOf(route) ?? {}),
  }
}

/** How often it may be asked. */
function descriptionOf(route: Route): Json {
  const parts = Object.entries<readonly RateWindow[]>(rates[rateOf(route)]).map(
    ([subject, windows]) => `${windows.map(windowWords).join(' and ')} for ${subjects[subject]}`,
  )
  return parts.length > 0 ? { description: `At most ${parts.join(', ')}.` } : {}
}

function windowWords({ most, seconds }: RateWindow): string {
  return `${most.toLocaleString('en')} in ${seconds} s`
}

function queryParameter(name: string, schema: Json, required: string[] = []): Json {
  // A value with a default is "required" on the way out only.
  return { name, in: 'query', required: required.includes(name) && !('default' in schema), schema }
}

function bodyOf(properties: [string, Json][], required: string[] = []): Json {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: required.filter((key) => properties.some(([name]) => name === key)),
    additionalProperties: false,
  }
  return { required: true, content: { 'application/json': { schema } } }
}

function responsesOf(route: Route): Json {
  const problem = {
    description: 'A refusal, with a sentence for a person.',
    content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  if (route.success === 204) return { 204: { description: 'Done.' }, default: problem }
  const content = { [route.type ?? 'application/json']: { schema: schemaOf(route.output, 'output') } }
  return { [route.success ?? 200]: { description: 'The answer.', content }, default: problem }
}

function securityOf({ auth }: Route): Json | undefined {
  if (auth === 'none') return undefined
  return { security: auth === 'optional' ? [{}, { accessToken: [] }] : [{ accessToken: [] }] }
}
