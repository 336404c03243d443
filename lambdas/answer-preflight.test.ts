import { describe, expect, it } from 'vitest'
import { answerPreflight } from './answer-preflight.ts'

const siteOrigins = ['https://example.com', 'https://www.example.com']
const ask = (headers: Record<string, string>) => answerPreflight({ headers }, siteOrigins)

describe('A preflight', () => {
  it('lets the site call with its methods, a token and JSON', async () => {
    const { statusCode, headers } = await ask({ origin: 'https://www.example.com' })
    expect(statusCode).toBe(204)
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://www.example.com',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'Authorization, Content-Type',
      vary: 'Origin',
    })
    const methods = String(headers?.['access-control-allow-methods']).split(', ')
    expect(methods.toSorted()).toEqual(['DELETE', 'GET', 'POST', 'PUT'])
  })

  it.each([
    'https://example.com.evil.example',
    'http://example.com',
    'https://example.com:8443',
    'https://sub.example.com',
    'null',
    '*',
    '',
  ])('allows nothing to the origin "%s"', async (origin) => {
    expect(await ask({ origin })).toEqual({ statusCode: 204, headers: { vary: 'Origin' } })
  })

  it('allows nothing to a caller who names no origin', async () => {
    expect(await ask({})).toEqual({ statusCode: 204, headers: { vary: 'Origin' } })
  })
})
