import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { freePort } from '../ports.ts'
import { clientFor } from './dynamodb-for-tests.ts'

const jar = 'DynamoDBLocal.jar'
const patience = { timeout: 60_000, interval: 200 }

/** Why DynamoDB Local can't be started from this folder, or undefined when it can. */
export function obstacleTo(folder: string | undefined): string | undefined {
  if (!folder) return 'DYNAMODB_LOCAL is not set'
  if (!existsSync(join(folder, jar))) return `there is no ${jar} in the folder that DYNAMODB_LOCAL names`
  if (spawnSync('java', ['-version']).status !== 0) return 'Java is not on PATH'
  return undefined
}

/** Starts DynamoDB Local in memory. Resolved when it answers. */
export async function startDynamoDbLocal(folder: string) {
  const port = await freePort()
  const libraries = `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`
  const java = spawn('java', [libraries, '-jar', join(folder, jar), '-inMemory', '-port', String(port)], {
    stdio: 'ignore',
    env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
  })
  const ended = once(java, 'exit')

  async function stop(): Promise<void> {
    java.kill('SIGKILL')
    await ended
  }

  const url = `http://127.0.0.1:${port}`
  const client = clientFor(url)
  await vi
    .waitFor(() => client.listTables(), patience)
    .catch(async (error) => {
      await stop()
      throw error
    })
  return { url, stop }
}
