import { readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { createContext, runInContext } from 'node:vm'

interface Value {
  value: string
}

interface ViewerRequest {
  method: string
  uri: string
  querystring: Record<string, Value & { multiValue?: Value[] }>
  headers: Record<string, Value>
  cookies: Record<string, Value>
}

interface ViewerResponse {
  statusCode: number
  headers: Record<string, Value>
}

/** Which file to take, or an answer that is already made. */
export type Viewed = { uri: string } | { status: number; headers: [name: string, value: string][] }

interface ViewerEvent {
  version: '1.0'
  context: { eventType: 'viewer-request' }
  request: ViewerRequest
}

type Handler = (event: ViewerEvent) => ViewerRequest | ViewerResponse

/** Loads the site's CloudFront Function from its very file, with nothing around it that CloudFront does not have. */
export async function openViewerFunction(file: string) {
  const world = createContext({})
  runInContext(await readFile(file, 'utf8'), world, { filename: file })
  const { handler } = world as { handler: Handler }

  return function view(request: IncomingMessage, path: string, query: string): Viewed {
    const result = handler({
      version: '1.0',
      context: { eventType: 'viewer-request' },
      request: asViewed(request, path, query),
    })
    return isResponse(result) ? answered(result) : { uri: result.uri }
  }
}

function isResponse(result: ViewerRequest | ViewerResponse): result is ViewerResponse {
  return 'statusCode' in result
}

function answered({ statusCode, headers }: ViewerResponse): Viewed {
  const pairs = Object.entries(headers).map(([name, { value }]): [string, string] => [name, value])
  return { status: statusCode, headers: pairs }
}

function asViewed(request: IncomingMessage, uri: string, query: string): ViewerRequest {
  const method = request.method as string
  const headers: ViewerRequest['headers'] = { host: { value: request.headers.host ?? '' } }
  return { method, uri, querystring: readQuery(query), headers, cookies: {} }
}

/** As CloudFront reads it: names and values stay encoded, repeated names get a `multiValue`. */
function readQuery(query: string): ViewerRequest['querystring'] {
  const parameters: ViewerRequest['querystring'] = Object.create(null)
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const mark = pair.indexOf('=')
    const name = mark < 0 ? pair : pair.slice(0, mark)
    const value = mark < 0 ? '' : pair.slice(mark + 1)
    const before = parameters[name]
    if (before) before.multiValue = [...(before.multiValue ?? [{ value: before.value }]), { value }]
    else parameters[name] = { value }
  }
  return parameters
}
