import { type IncomingHttpHeaders, request as startRequest } from 'node:http'

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  text: string
}

/** Sends a request just as it is given, where `fetch` would tidy up the path, choose headers and unpack the body. */
export async function sendRaw(
  origin: string,
  method: string,
  target: string,
  headers = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>()
  const outgoing = startRequest({ hostname, port, method, path: target, headers }, async (incoming) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body, text: body.toString() })
  })
  outgoing.once('error', reject)
  outgoing.end()
  return promise
}
