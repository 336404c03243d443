import { createParser } from 'eventsource-parser'

interface Hearing {
  /** The data of one event. */
  onData: (data: string) => void
  /** Something came, if only a heartbeat. */
  onBytes: () => void
}

/** Reads server-sent events to the stream's end. Throws when it breaks. */
export async function readEvents(body: ReadableStream<BufferSource>, hearing: Hearing): Promise<void> {
  const parser = createParser({ onEvent: ({ data }) => hearing.onData(data) })
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    hearing.onBytes()
    parser.feed(value)
  }
}
