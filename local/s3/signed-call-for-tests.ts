import { type IncomingHttpHeaders, request as startRequest } from 'node:http'
import type { Seal } from '../sigv4.ts'
import { canonicalRequest, deriveSigningKey, hmac, sha256 } from '../sigv4-canonical.ts'
import { credentials, region } from './credentials-for-tests.ts'

export type RawCall = {
  method: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export type RawAnswer = {
  status: number
  headers: IncomingHttpHeaders
  text: string
  code: string | undefined
}

/** Sends a request just as it is given, where a client would tidy up. `code` is that of S3's error. */
export async function call(url: string, { method, path, headers = {}, body }: RawCall): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>()
  const { hostname, port } = new URL(url)
  // Node sends the body of a GET without its length.
  const isFramed = body === undefined || 'transfer-encoding' in headers
  const length = isFramed ? {} : { 'content-length': Buffer.byteLength(body) }
  const all = { ...length, ...headers }
  const outgoing = startRequest(
    { hostname, port, method, path, headers: all, agent: false },
    async (incoming) => {
      const chunks: Buffer[] = []
      for await (const chunk of incoming) chunks.push(chunk)
      const text = Buffer.concat(chunks).toString()
      const code = /<Code>(.+?)<\/Code>/.exec(text)?.[1]
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, code })
    },
  )
  outgoing.on('error', reject)
  outgoing.end(body)
  return promise
}

type Signing = {
  at?: Date
  region?: string
  service?: string
  accessKeyId?: string
  secretAccessKey?: string
  /** Headers that are sent but not signed. */
  unsigned?: string[]
}

const amzDate = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** A call signed in its header, with its body's hash unless `x-amz-content-sha256` is given, and what signs its chunks. */
export function signed(url: string, given: RawCall, signing: Signing = {}): { call: RawCall; seal: Seal } {
  const { at = new Date(), service = 's3', unsigned = [] } = signing
  const date = amzDate(at)
  const scope = `${date.slice(0, 8)}/${signing.region ?? region}/${service}/aws4_request`
  const headers: Record<string, string> = {
    host: new URL(url).host,
    'x-amz-date': date,
    'x-amz-content-sha256': sha256(Buffer.from(given.body ?? '')),
    ...given.headers,
  }
  const names = Object.keys(headers)
    .filter((name) => !unsigned.includes(name))
    .sort()
  const payloadHash = headers['x-amz-content-sha256'] ?? ''
  const canonical = canonicalRequest(
    { method: given.method, url: given.path, headers, payloadHash },
    names,
    's3',
  )
  const keys = { ...credentials, ...signing }
  const signingKey = deriveSigningKey(
    { credentials: keys, region: signing.region ?? region, service },
    date.slice(0, 8),
  )
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')
  const signature = hmac(signingKey, text).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return {
    call: { ...given, headers: { ...headers, authorization } },
    seal: { signature, signingKey, date, scope },
  }
}

/** Signs a call and sends it. */
export async function callSigned(url: string, given: RawCall, signing: Signing = {}): Promise<RawAnswer> {
  return call(url, signed(url, given, signing).call)
}

type PolicyChanges = {
  expiration?: string
  conditions?: unknown[]
  fields?: Record<string, string | undefined>
  secretAccessKey?: string
  /** The text of the policy, when it is to be no good JSON. */
  policy?: string
  at?: Date
}

/** The fields of a form whose policy allows just `conditions`, besides the bucket and the signature's own fields. */
export function signedForm(changes: PolicyChanges = {}): Record<string, string> {
  const { at = new Date(), conditions = [], fields = {} } = changes
  const date = amzDate(at)
  const credential = `${credentials.accessKeyId}/${date.slice(0, 8)}/${region}/s3/aws4_request`
  const own = { 'x-amz-algorithm': 'AWS4-HMAC-SHA256', 'x-amz-credential': credential, 'x-amz-date': date }
  const expiration = changes.expiration ?? new Date(Date.now() + 60_000).toISOString()
  const ownConditions = Object.entries(own).map(([name, value]) => ({ [name]: value }))
  const document = { expiration, conditions: [{ bucket: 'raw' }, ...ownConditions, ...conditions] }
  const policy = Buffer.from(changes.policy ?? JSON.stringify(document)).toString('base64')
  const keys = { accessKeyId: '', secretAccessKey: changes.secretAccessKey ?? credentials.secretAccessKey }
  const key = deriveSigningKey({ credentials: keys, region, service: 's3' }, date.slice(0, 8))
  const all = { ...own, policy, 'x-amz-signature': hmac(key, policy).toString('hex'), ...fields }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
}
