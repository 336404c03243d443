import { LIVE_PATH, LiveEvent } from '@mayfly/contract/live'
import { expect, onTestFinished } from 'vitest'
import type { Guest } from './guest.ts'

/** Listens to what happens to a guest, at the door where live events come from, until the test is over. */
export async function listenAs(guest: Guest, origin: string) {
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const response = await fetch(origin + LIVE_PATH, {
    headers: { authorization: `Bearer ${await guest.token()}` },
    signal: leaving.signal,
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const heard: LiveEvent[] = []
  const over = collect(response, heard).catch(() => undefined)
  return {
    /** All that was heard so far. */
    heard,
    /** Resolved when the server has ended the stream. */
    over,
    leave: () => leaving.abort(),
    hears: (event: LiveEvent) => expect.poll(() => heard, { timeout: 10_000 }).toContainEqual(event),
  }
}

async function collect(response: Response, heard: LiveEvent[]): Promise<void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      if (block.startsWith('data: ')) heard.push(LiveEvent.parse(JSON.parse(block.slice('data: '.length))))
    }
  }
}
