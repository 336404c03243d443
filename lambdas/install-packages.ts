import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What npm calls a kind of machine. */
export interface Machine {
  os: string
  cpu: string
  libc: string
}

/** What the functions run on. */
export const lambdaMachine: Machine = { os: 'linux', cpu: 'arm64', libc: 'glibc' }

interface Locked {
  version: string
  os?: string[]
  cpu?: string[]
  libc?: string[]
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const LOCK = new URL('../package-lock.json', import.meta.url)
const run = promisify(execFile)

/** Puts packages beside a bundle, for another kind of machine than this one: the same files that the lock names. */
export async function installPackages(names: readonly string[], folder: string, machine: Machine) {
  const lock = JSON.parse(await readFile(LOCK, 'utf8')) as {
    lockfileVersion: number
    packages: Record<string, Locked>
  }
  const needed = withAllBelow(names, lock.packages, machine)
  const dependencies = Object.fromEntries(names.map((name) => [name, needed[placeOf(name)]?.version]))
  const project = { name: 'packages', dependencies }
  await writeFile(join(folder, 'package.json'), JSON.stringify(project))
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...lock, name: 'packages', packages: { '': project, ...needed } }),
  )
  const { os, cpu, libc } = machine
  const kind = [`--os=${os}`, `--cpu=${cpu}`, `--libc=${libc}`]
  const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await run('npm', ['ci', ...kind, ...quiet], { cwd: folder, shell: process.platform === 'win32' })
  // npm's own notes, which differ from one time to the next.
  await rm(join(folder, 'node_modules/.package-lock.json'))
}

const placeOf = (name: string) => `node_modules/${name}`

const isFor = ({ os, cpu, libc }: Locked, machine: Machine) =>
  (os?.includes(machine.os) ?? true) &&
  (cpu?.includes(machine.cpu) ?? true) &&
  (libc?.includes(machine.libc) ?? true)

function withAllBelow(names: readonly string[], locked: Record<string, Locked>, machine: Machine) {
  const needed: Record<string, Locked> = {}
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const place = placeOf(name)
    const found = locked[place]
    if (found === undefined || place in needed || !isFor(found, machine)) continue
    const { optionalDependencies = {}, ...rest } = found
    // npm would miss those for other machines.
    const kept = Object.entries(optionalDependencies).filter(([each]) => {
      const option = locked[placeOf(each)]
      return option !== undefined && isFor(option, machine)
    })
    needed[place] = { ...rest, optionalDependencies: Object.fromEntries(kept) }
    waiting.push(...Object.keys({ ...found.dependencies, ...needed[place].optionalDependencies }))
  }
  return needed
}
