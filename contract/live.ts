import * as z from 'zod/mini'

/**
 * Where the backend streams what happens, as server-sent events (`text/event-stream`), to whoever sends an access token.
 * Not in the route table: API Gateway does not stream, so the site's own origin passes this path on to the backend.
 */
export const LIVE_PATH = '/live'

/**
 * What happened, by id alone: whoever hears it reads the rest, and is authorised there.
 * `catch-up` says that some may have been missed.
 */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), conversationId: z.uuid(), messageId: z.uuid() }),
  z.object({ type: z.literal('message-gone'), conversationId: z.uuid(), messageId: z.uuid() }),
  z.object({ type: z.literal('conversation'), conversationId: z.uuid() }),
  z.object({ type: z.literal('read'), conversationId: z.uuid(), personId: z.uuid(), messageId: z.uuid() }),
  z.object({ type: z.literal('picture'), uploadId: z.uuid() }),
  z.object({ type: z.literal('notification') }),
  z.object({ type: z.literal('session-ended'), sessionId: z.uuid() }),
  z.object({ type: z.literal('export') }),
  z.object({ type: z.literal('catch-up') }),
])
export type LiveEvent = z.infer<typeof LiveEvent>
