import { LIVE_PATH, LiveEvent } from '@mayfly/contract/live'

/** When each message was told to somebody, in ms of this process, by its id. */
export async function hearMessages(backendOrigin: string, accessToken: string) {
  const arrivals = new Map<string, number>()
  const leaving = new AbortController()
  const response = await fetch(backendOrigin + LIVE_PATH, {
    headers: { authorization: `Bearer ${accessToken}` },
    signal: leaving.signal,
  })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  // The first heartbeat: from here on nothing is missed.
  await reader.read()
  void note(reader, arrivals).catch(() => undefined)
  return { arrivals, leave: () => leaving.abort() }
}

async function note(reader: ReadableStreamDefaultReader<Uint8Array>, arrivals: Map<string, number>) {
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    text += decoder.decode(value, { stream: true })
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const line of events) {
      if (!line.startsWith('data: ')) continue
      const event = LiveEvent.parse(JSON.parse(line.slice('data: '.length)))
      if (event.type === 'message') arrivals.set(event.messageId, performance.now())
    }
  }
}
