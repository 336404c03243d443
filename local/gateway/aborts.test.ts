import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openGateway, route } from './gateway-in-test.ts'

const routes = {
  create: route('POST', '/posts'),
  list: route('GET', '/feeds'),
  call: route('GET', '/me', { by: 'me' }),
}

const halfABody = 'POST /posts HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf'
const wholeRequest = 'GET /feeds HTTP/1.1\r\nHost: a\r\n\r\n'
const callOfAFunction = 'GET /me HTTP/1.1\r\nHost: a\r\n\r\n'

/** Says its words, waits until they have been heard, and hangs up hard. */
async function sayAndLeave(port: number, words: string) {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  await new Promise<void>((written) => socket.write(words, () => written()))
  await wait(10)
  socket.resetAndDestroy()
  await once(socket, 'close')
}

function openThings() {
  const kinds = ['TCPSocketWrap', 'Timeout', 'TCPConnectWrap']
  return process.getActiveResourcesInfo().filter((kind) => kinds.includes(kind)).length
}

async function eventually(isTrue: () => boolean) {
  for (let tries = 0; tries < 500 && !isTrue(); tries++) await wait(10)
  return isTrue()
}

describe('1,000 callers who leave half-way', () => {
  it('leave nothing open', async () => {
    let atWork = 0
    await using gateway = await openGateway({
      routes,
      // Longer than any of them stays, however slow the machine is.
      functions: { me: () => wait(1_000) },
      backend: (request, response) => {
        if (request.headers['x-last']) {
          response.end('still here')
          return
        }
        atWork += 1
        response.once('close', () => {
          atWork -= 1
        })
      },
    })
    const port = Number(new URL(gateway.origin).port)
    const before = openThings()
    for (let round = 0; round < 20; round++) {
      const words = [halfABody, wholeRequest, callOfAFunction, wholeRequest, halfABody]
      await Promise.all(
        Array.from({ length: 50 }, (_, index) => sayAndLeave(port, words[index % 5] as string)),
      )
    }
    expect(await eventually(() => gateway.entries.length === 1_000)).toBe(true)
    expect(new Set(gateway.entries.map((entry) => entry.status))).toEqual(new Set([499]))
    expect(await eventually(() => atWork === 0)).toBe(true)
    expect(await eventually(() => openThings() <= before)).toBe(true)
    const answer = await fetch(`${gateway.origin}/feeds`, { headers: { 'x-last': '1' } })
    expect(await answer.text()).toBe('still here')
  })
})
