import { expect, test } from 'vitest'
import { corsHeaders, preflightHeaders } from './cors.ts'

const site = ['https://example.com', 'https://www.example.com']

test("only the site's own origins may read answers", () => {
  expect(corsHeaders('https://www.example.com', site)['access-control-allow-origin']).toBe(
    'https://www.example.com',
  )
  for (const origin of [
    'https://evil.example',
    'http://example.com',
    'https://example.com.evil.example',
    'null',
    undefined,
  ])
    expect(corsHeaders(origin, site)).toEqual({ vary: 'Origin' })
})

test('a preflight names every method of the contract', () => {
  const headers: Record<string, string> = preflightHeaders('https://example.com', site)
  for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
    expect(headers['access-control-allow-methods']).toContain(method)
})
