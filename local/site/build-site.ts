import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { codeOf, StartupProblem } from '../startup-problem.ts'

export interface BuildOptions {
  /** The web room. The rooms that it imports lie beside it. */
  webDir: string
  /** Where the built site goes. Whatever is there is replaced. */
  distDir: string
}

/** What the built site is made of, seen from the project's folder. */
const sources = ['{web,contract,domain}/**/*', 'package-lock.json', 'tsconfig.json']
const noSources = /(^|\/)(node_modules|dist)(\/|$)|\.test\.tsx?$/

/**
 * Builds the web room with Vite, silently, and only when its sources are others than last time.
 * Throws a StartupProblem with Vite's own words when they do not build.
 */
export async function buildSite({ webDir, distDir }: BuildOptions): Promise<{ isNew: boolean }> {
  const project = dirname(resolve(webDir))
  const stampFile = `${resolve(distDir)}.stamp`
  const stamp = await hashSources(project)
  const before = await readFile(stampFile, 'utf8').catch(() => '')
  if (before === stamp && existsSync(distDir)) return { isNew: false }
  await rm(stampFile, { force: true })
  await runVite(project, webDir, resolve(distDir))
  await mkdir(dirname(stampFile), { recursive: true })
  await writeFile(stampFile, stamp)
  return { isNew: true }
}

async function hashSources(project: string): Promise<string> {
  const files: string[] = []
  const found = glob(sources, {
    cwd: project,
    withFileTypes: true,
    exclude: (entry) => noSources.test(entry.name),
  })
  for await (const entry of found) if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const body = await readIfThere(file)
    if (body !== undefined) hash.update(`${file.slice(project.length)}\0${body.length}\0`).update(body)
  }
  return hash.digest('hex')
}

/** An editor's or a linter's own files come and go. */
async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

async function runVite(project: string, webDir: string, distDir: string) {
  if (/[#?]/.test(project))
    throw new StartupProblem(
      `Vite, which builds the site, can't work in ${project}, for there is a # or a ? in it. Give the folder another name.`,
    )
  const vite = join(project, 'node_modules/vite/bin/vite.js')
  // The native loader writes nothing beside the sources, which may be read-only.
  const words = [
    'build',
    '--configLoader',
    'native',
    '--outDir',
    distDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  const child = spawn(process.execPath, [vite, ...words], {
    cwd: webDir,
    // A test runner's own NODE_ENV would make it a build for development.
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = new Promise<number | null>((resolveExit, reject) => {
    child.once('error', reject)
    child.once('close', resolveExit)
  })
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  if (code === 0) return
  throw new StartupProblem(`The site could not be built. Vite says:\n\n${`${output}${errors}`.trim()}`)
}
