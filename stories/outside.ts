import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** An account without rights, when this process may give some away. */
const plainUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** A folder far from the repository, with a copy of these, for everybody to read and nobody to write. */
export async function copyOutside(...sources: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mayfly-outside-'))
  onTestFinished(async () => {
    await chmod(folder, 0o755)
    await rm(folder, { recursive: true, force: true })
  })
  for (const source of sources) await cp(source, folder, { recursive: true, dereference: true })
  for (const name of await readdir(folder, { recursive: true })) {
    const isFolder = (await readdir(join(folder, name)).catch(() => undefined)) !== undefined
    await chmod(join(folder, name), isFolder ? 0o555 : 0o444)
  }
  await chmod(folder, 0o555)
  return folder
}

/** Runs Node in a folder with these arguments, with this environment and no other, and without rights. */
export function runNode(folder: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    ...plainUser,
    cwd: folder,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** What a process says until its end, and how it ends. */
export async function endOf(child: ChildProcess) {
  const said = Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
  ])
  const [code] = await once(child, 'close')
  const [out, problems] = await said
  return { code, out, problems }
}

/** A configuration as an environment holds it. */
export const environmentOf = (config: object): Record<string, string> =>
  Object.fromEntries(Object.entries(config).map(([name, value]) => [name, String(value)]))
