import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'

/** What a request carries through the app. */
export interface Variables {
  Variables: { requestId: string; route: string }
}

/** What the backend needs of a logger; pino fits. */
export interface Log {
  info: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

/** One line a request: what was asked, by id, and how it went. No bodies, no query, no tokens, no addresses. */
export function accessLog(log: Log) {
  return createMiddleware<Variables>(async (context, next) => {
    const given = context.req.header('x-request-id')
    const requestId = given !== undefined && /^[\w=+/-]{1,64}$/.test(given) ? given : randomUUID()
    context.set('requestId', requestId)
    context.header('x-request-id', requestId)
    const startedAt = performance.now()
    await next()
    const milliseconds = Math.round((performance.now() - startedAt) * 10) / 10
    const { method } = context.req
    const { status } = context.res
    log.info({ requestId, route: context.get('route'), method, status, milliseconds }, 'request')
  })
}
