import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { assertPortFree, freePort } from './ports.ts'
import { StartupProblem } from './startup-problem.ts'

test('accepts a free port and refuses the same one when it is taken, on any address', async () => {
  const port = await freePort()
  await assertPortFree(port, 'the site')
  for (const host of ['127.0.0.1', '0.0.0.0', '::1']) {
    const server = createServer().listen(port, host)
    await once(server, 'listening')
    const assertion = assertPortFree(port, 'the site', 'npm start -- --port 4000')
    await expect(assertion).rejects.toBeInstanceOf(StartupProblem)
    await expect(assertion).rejects.toThrow(
      `Port ${port}, which the site needs, is taken by another program.`,
    )
    server.close()
    await once(server, 'close')
  }
})
