import type { ServerResponse } from 'node:http'

/** What goes back to the caller, whole: an HTTP API does not stream. */
export interface Answer {
  status: number
  /** Pairs, because `set-cookie` comes several times. */
  headers: [name: string, value: string][]
  body: Buffer
}

/** API Gateway's own words, which differ here and there from the names of the HTTP status codes. */
const sentences = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const

export type RefusalStatus = keyof typeof sentences

/** An answer of the gateway itself. It carries no CORS headers, as on AWS: the browser sees a network error. */
export function refuse(status: RefusalStatus): Answer {
  return {
    status,
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ message: sentences[status] })),
  }
}

const NO_CONTENT = [204, 304]

/** Writes an answer. An answer that no HTTP message can carry becomes a 500. Returns the status that was sent. */
export function send(response: ServerResponse, answer: Answer, always: Record<string, string>): number {
  try {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
    if (answer.headers.some(([name]) => name === 'date')) response.removeHeader('date')
    for (const [name, value] of answer.headers) response.appendHeader(name, value)
    if (!NO_CONTENT.includes(answer.status)) response.setHeader('content-length', answer.body.length)
    response.writeHead(answer.status)
    response.end(answer.body)
    return answer.status
  } catch {
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    return send(response, refuse(500), always)
  }
}
