import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEvents } from './read-events.ts'

/** What is heard of these bytes when they come in chunks of this size. */
async function heardOf(text: string, chunkSize = Number.POSITIVE_INFINITY) {
  const bytes = new TextEncoder().encode(text)
  const size = Math.min(chunkSize, Math.max(1, bytes.length))
  const heard = { data: [] as string[], chunks: 0 }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
      controller.close()
    },
  })
  await readEvents(body, {
    onData: (data) => heard.data.push(data),
    onBytes: () => {
      heard.chunks += 1
    },
  })
  return heard
}

test('events are heard in order, heartbeats only as a sign of life', async () => {
  const { data, chunks } = await heardOf(': beat\n\ndata: one\n\n: beat\n\ndata: two\n\n: beat\n\n')
  expect(data).toEqual(['one', 'two'])
  expect(chunks).toBe(1)
  expect(await heardOf(': beat\n\n')).toEqual({ data: [], chunks: 1 })
})

test.each([['\n'], ['\r\n'], ['\r']])(
  'lines may end in %j, and the stream may begin with a byte order mark',
  async (end) => {
    const text = `\uFEFFdata: one${end}data: more${end}${end}id: 7${end}retry: x${end}odd${end}data:two${end}${end}data: z`
    expect((await heardOf(text)).data).toEqual(['one\nmore', 'two'])
  },
)

test('it makes no difference where the network cuts the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 1, max: 9 }),
      async (words, size) => {
        const sent = words.map((word) => JSON.stringify({ word }))
        const text = sent.map((data) => `data: ${data}\n\n`).join(': beat\n\n')
        expect((await heardOf(text, size)).data).toEqual(sent)
      },
    ),
  )
})

test('a stream that breaks is told apart from one that ends', async () => {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.error(new Error('The line broke.'))
    },
  })
  await expect(readEvents(body, { onData: () => {}, onBytes: () => {} })).rejects.toThrow('The line broke.')
})
