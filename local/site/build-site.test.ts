import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite } from './build-site.ts'

let project: string
let options: { webDir: string; distDir: string }

async function write(path: string, text: string) {
  await writeFile(join(project, path), text)
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'mayfly-build-'))
  for (const room of ['web', 'contract', 'domain']) await mkdir(join(project, room))
  await symlink(resolve(import.meta.dirname, '../../node_modules'), join(project, 'node_modules'), 'junction')
  await write('package-lock.json', '{}')
  await write('contract/limits.ts', 'export const limit: number = 300')
  await write('web/index.html', '<script type="module" src="/main.ts"></script>')
  await write('web/main.ts', "import { limit } from '../contract/limits.ts'\ndocument.title = String(limit)")
  options = { webDir: join(project, 'web'), distDir: join(project, '.local/site') }
})
afterAll(() => rm(project, { recursive: true }))

describe('The build of the site', () => {
  it('runs the first time, and not again while nothing changes', async () => {
    expect(await buildSite(options)).toEqual({ isNew: true })
    expect(await readFile(join(options.distDir, 'index.html'), 'utf8')).toContain('/assets/')
    expect(await buildSite(options)).toEqual({ isNew: false })
  })

  it('runs again when a source, a room that it imports or a dependency changes', async () => {
    await write('contract/limits.ts', 'export const limit: number = 301')
    expect(await buildSite(options)).toEqual({ isNew: true })
    await write('package-lock.json', '{ }')
    expect(await buildSite(options)).toEqual({ isNew: true })
    await write('web/new.css', 'a{}')
    expect(await buildSite(options)).toEqual({ isNew: true })
    await write('web/main.test.ts', '')
    expect(await buildSite(options)).toEqual({ isNew: false })
  })

  it('runs again when the built site is gone', async () => {
    await rm(options.distDir, { recursive: true })
    expect(await buildSite(options)).toEqual({ isNew: true })
  })

  it('says when the name of the folder is what Vite cannot bear', async () => {
    await mkdir(join(project, 'no 1 #/web'), { recursive: true })
    const odd = { webDir: join(project, 'no 1 #/web'), distDir: join(project, 'no 1 #/site') }
    await expect(buildSite(odd)).rejects.toThrow('Give the folder another name.')
  })

  it("tells Vite's error, and tries again the next time", async () => {
    const good = await readFile(join(project, 'web/main.ts'), 'utf8')
    await write('web/main.ts', "import './nowhere.ts'")
    await expect(buildSite(options)).rejects.toThrow(/could not be built.*nowhere\.ts/s)
    await expect(buildSite(options)).rejects.toThrow('nowhere.ts')
    await write('web/main.ts', good)
    expect(await buildSite(options)).toEqual({ isNew: true })
  })
})
