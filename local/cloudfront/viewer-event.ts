import type { IncomingMessage } from 'node:http'
import type { Answer } from '../gateway/answer.ts'

interface Value {
  value: string
  multiValue?: { value: string }[]
}

type Values = Record<string, Value>

/** A request as CloudFront shows it to a function. */
export interface ViewerRequest {
  method: string
  uri: string
  querystring: Values
  headers: Values
  cookies: Values
}

export interface ViewerResponse {
  statusCode: number
  headers: Values
  body?: { encoding: 'text'; data: string }
}

export interface ViewerEvent {
  version: '1.0'
  context: { eventType: 'viewer-request' | 'viewer-response' }
  request: ViewerRequest
  response?: ViewerResponse
}

/** Headers that CloudFront keeps to itself. Cookies have a place of their own, which no function of ours looks at. */
const HIDDEN = ['connection', 'cookie', 'expect', 'keep-alive', 'trailer', 'upgrade']

export function asRequest(request: IncomingMessage, uri: string, query: string): ViewerRequest {
  const headers: Values = Object.create(null)
  for (const [name, values = []] of Object.entries(request.headersDistinct))
    if (!HIDDEN.includes(name)) for (const value of values) add(headers, name, value)
  return { method: request.method as string, uri, querystring: readQuery(query), headers, cookies: {} }
}

export function asHeaders(pairs: Answer['headers']): Values {
  const headers: Values = Object.create(null)
  for (const [name, value] of pairs) add(headers, name, value)
  return headers
}

export function asPairs(headers: Values): Answer['headers'] {
  return Object.entries(headers).flatMap(([name, { value, multiValue = [{ value }] }]) =>
    multiValue.map((one): [string, string] => [name, one.value]),
  )
}

/** As CloudFront reads it: names and values stay encoded. */
function readQuery(query: string): Values {
  const parameters: Values = Object.create(null)
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const mark = pair.indexOf('=')
    const name = mark < 0 ? pair : pair.slice(0, mark)
    add(parameters, name, mark < 0 ? '' : pair.slice(mark + 1))
  }
  return parameters
}

/** A name that comes again gets a `multiValue`. */
function add(values: Values, name: string, value: string) {
  const before = values[name]
  if (!before) {
    values[name] = { value }
    return
  }
  before.multiValue ??= [{ value: before.value }]
  before.multiValue.push({ value })
}
