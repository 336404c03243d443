import type { Answer } from '../gateway/answer.ts'

/** An answer of one sentence. */
export function words(status: number, sentence: string): Answer {
  return page(status, 'text/plain; charset=utf-8', `${sentence}\n`)
}

/** An answer that is asked for again each time. */
export function page(status: number, type: string, text: string): Answer {
  const headers: Answer['headers'] = [
    ['content-type', type],
    ['cache-control', 'no-cache'],
  ]
  return { status, headers, body: Buffer.from(text) }
}
