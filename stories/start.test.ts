import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { assertPortFree, freePort } from '@mayfly/local/ports'
import { expect, onTestFinished, test } from 'vitest'
import { emailOf, guestOf, PASSWORD, strangerAt } from './guest.ts'

const MAIN = resolve(import.meta.dirname, '../local/main.ts')
const BODY = 'between you and me'

test('what was written is there after everything was killed, and in no log', async () => {
  const place = await openPlace()
  const first = await place.start()
  const ada = await guestOf({ ...place, now: () => new Date() }, 'ada')
  const post = await ada.createPost({ body: BODY })
  const secrets = [PASSWORD, BODY, emailOf('ada'), ...ada.cookies.kept.values()]
  await kill(first, place.dataDir)

  const second = await place.start()
  const stranger = strangerAt(place)
  expect((await stranger.exploreFeed({})).items).toEqual([post])
  const session = await stranger.signIn({ email: emailOf('ada'), password: PASSWORD })
  expect(session.me.handle).toBe('ada')
  expect(await end(second)).toBe(0)

  const logs =
    first.said() + second.said() + (await readFile(join(place.dataDir, 'postgres/postgres.log'), 'utf8'))
  expect(logs).toContain('"route":"createPost"')
  for (const secret of [...secrets, session.accessToken, 'eyJ']) expect(logs).not.toContain(secret)
})

test('a start beside another one says what is in its way, and disturbs nothing', async () => {
  const place = await openPlace()
  const first = await place.start()
  const beside = place.spawn()
  expect(await codeOf(beside)).toBe(1)
  expect(beside.said()).toContain(`Mayfly is already running here (process ${first.process.pid}). Open`)

  const elsewhere = await openPlace(place.port)
  const onTakenPort = elsewhere.spawn()
  expect(await codeOf(onTakenPort)).toBe(1)
  expect(onTakenPort.said()).toContain(`Port ${place.port}, which the site needs, is taken`)
  expect((await strangerAt(place).exploreFeed({})).items).toEqual([])
  expect(await end(first)).toBe(0)
})

interface Started {
  process: ChildProcess
  /** All that it has printed. */
  said: () => string
}

/** A data folder and two ports for `npm start`, whose processes end with the test. */
async function openPlace(wanted?: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'mayfly-start-'))
  const port = wanted ?? (await twoFreePorts())
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))

  function spawnMain(): Started {
    const words = [MAIN, '--port', String(port), '--data', dataDir, '--empty', '--log', 'info']
    const started = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        text += part
      })
    onTestFinished(async () => {
      await end({ process: started })
    })
    return { process: started, said: () => text }
  }

  async function start(): Promise<Started> {
    const started = spawnMain()
    await expect.poll(started.said, { timeout: 30_000 }).toContain('Ctrl-C stops it')
    return started
  }

  const apiOrigin = `http://localhost:${port + 1}`
  const codeFor = (email: string) => codeInMailbox(`http://localhost:${port}/mailbox?to=${email}`)
  return { dataDir, port, apiOrigin, codeFor, spawn: spawnMain, start }
}

async function twoFreePorts(): Promise<number> {
  const port = await freePort()
  const isNextFree = await assertPortFree(port + 1, 'a test').then(
    () => true,
    () => false,
  )
  return isNextFree ? port : twoFreePorts()
}

async function codeInMailbox(url: string): Promise<string> {
  const page = await (await fetch(url)).text()
  return /class="code">(\d{6})</.exec(page)?.[1] ?? ''
}

async function codeOf({ process: started }: Pick<Started, 'process'>): Promise<number | null> {
  if (started.exitCode === null && started.signalCode === null) await once(started, 'exit')
  return started.exitCode
}

function end(started: Pick<Started, 'process'>): Promise<number | null> {
  started.process.kill('SIGTERM')
  return codeOf(started)
}

/** As a crash of the machine would: without a chance to tidy up. */
async function kill(started: Started, dataDir: string) {
  const [postmaster] = (await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')
  started.process.kill('SIGKILL')
  process.kill(Number(postmaster), 'SIGKILL')
  await codeOf(started)
}
