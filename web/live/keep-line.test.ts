import { afterEach, expect, test, vi } from 'vitest'
import { catchUp } from './event-in.ts'
import { keepLine } from './keep-line.ts'

const SECOND = 1_000

afterEach(() => {
  vi.useRealTimers()
})

type Answer = (signal: AbortSignal) => Response

/** What a line says, and how long it rests, when a server gives these answers one after the other. */
async function lineTo(answers: Answer[]) {
  const stay = new AbortController()
  const said: string[] = []
  const rests: number[] = []
  const left = answers.values()
  await keepLine(
    {
      async connect(signal) {
        const { value: answer } = left.next()
        if (!answer) stay.abort()
        stay.signal.throwIfAborted()
        return answer?.(signal) ?? Response.error()
      },
      say: (data) => said.push(data),
      async rest(milliseconds) {
        rests.push(milliseconds)
      },
    },
    stay.signal,
  )
  return { said, rests }
}

const headers = { 'content-type': 'text/event-stream; charset=utf-8' }

const stream = (text: string) => () => new Response(text, { headers })

const refusal = (status: number) => () => new Response('No.', { status })

/** A stream that says something now and again, so often, and ends or falls silent after it. */
function slowStream(text: string, times: number, end: 'ends' | 'falls silent'): Answer {
  return (signal) => {
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        signal.addEventListener('abort', () => controller.error(signal.reason), { once: true })
        for (let time = 0; time < times; time += 1) {
          await new Promise((resolve) => setTimeout(resolve, 15 * SECOND))
          controller.enqueue(new TextEncoder().encode(text))
        }
        if (end === 'ends') controller.close()
      },
    })
    return new Response(body, { headers })
  }
}

test('each new connection says to catch up before anything else', async () => {
  const { said } = await lineTo([stream('data: one\n\n'), refusal(503), stream(': beat\n\ndata: two\n\n')])
  expect(said).toEqual([catchUp, 'one', catchUp, 'two'])
})

test('the first try is at once, and each failure in a row makes the rest longer', async () => {
  const { said, rests } = await lineTo([refusal(503), refusal(502), () => Response.error(), refusal(401)])
  expect(said).toEqual([])
  const [first, ...others] = rests
  expect(first).toBe(0)
  expect(others).toHaveLength(4)
  // The last one is of the longest, of which chance may make it less than the one before.
  const growing = others.slice(0, 3)
  expect(growing).toEqual(growing.toSorted((one, other) => one - other))
  expect(others.at(-1)).toBeGreaterThanOrEqual(30 * SECOND)
})

test.each([
  ['does not know the path', refusal(404)],
  ['does not take the method', refusal(405)],
  [
    'answers with a page',
    () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
  ],
])('a site that %s is asked again about a minute later', async (_, answer) => {
  const { said, rests } = await lineTo([answer])
  expect(said).toEqual([])
  expect(rests.at(1)).toBeGreaterThanOrEqual(30 * SECOND)
})

test('a connection that lasted makes up for the failures before it', async () => {
  vi.useFakeTimers()
  const line = lineTo([refusal(503), refusal(503), refusal(503), slowStream(': beat\n\n', 3, 'ends')])
  await vi.advanceTimersByTimeAsync(60 * SECOND)
  const { said, rests } = await line
  expect(said).toEqual([catchUp])
  expect(rests.at(-1)).toBeLessThanOrEqual(2 * SECOND)
})

test('a connection without a heartbeat is dropped, one with heartbeats is not', async () => {
  vi.useFakeTimers()
  const beats = 8
  const line = lineTo([slowStream(': beat\n\n', beats, 'falls silent'), stream('data: back\n\n')])
  let isOver = false
  void line.then(() => {
    isOver = true
  })
  await vi.advanceTimersByTimeAsync((beats * 15 + 30) * SECOND)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(20 * SECOND)
  expect((await line).said).toEqual([catchUp, catchUp, 'back'])
})

test('a connection that is not even answered is dropped as well', async () => {
  vi.useFakeTimers()
  const stay = new AbortController()
  let asked = 0
  const line = keepLine(
    {
      connect(signal) {
        asked += 1
        const { promise, reject } = Promise.withResolvers<Response>()
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        return promise
      },
      say: () => {},
      rest: async () => {},
    },
    stay.signal,
  )
  await vi.advanceTimersByTimeAsync(50 * SECOND)
  expect(asked).toBe(2)
  stay.abort()
  await line
})
