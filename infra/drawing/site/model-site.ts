import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Drawing } from '../model.ts'
import { framed } from './frame.ts'

const MODEL = resolve(import.meta.dirname, '../../../docs/c4')
/** Its own program: what it does is not all open to code. */
const program = resolve(createRequire(import.meta.url).resolve('likec4/package.json'), '../bin/likec4.mjs')

const likec4 = (...given: string[]) =>
  promisify(execFile)(process.execPath, [program, ...given, '--no-use-dot'])

/** Writes the model as a site of its own into `model`, and for other tools into `exports`. */
export async function buildModel(out: string): Promise<void> {
  const site = ['--base', './', '--use-hash-history', '--output-single-file', '--no-build-webcomponent']
  await likec4('build', MODEL, '-o', join(out, 'model'), '--title', 'Mayfly', ...site)
  await likec4('export', 'drawio', MODEL, '-o', join(out, 'exports'))
  await likec4('gen', 'mermaid', MODEL, '-o', join(out, 'exports'))
}

const kinds = { '.drawio': 'draw.io', '.mmd': 'Mermaid', '.png': 'light', '-dark.png': 'dark' }

/** The page that lists what was exported. */
export async function exportsPage(out: string, { views }: Drawing): Promise<string> {
  const files = new Set(await readdir(join(out, 'exports')))
  const linksOf = (view: string) =>
    Object.entries(kinds)
      .filter(([ending]) => files.has(view + ending))
      .map(([ending, words]) => `<a href="${view}${ending}">${words}</a>`)
  const rows = Object.entries(views).map(
    ([view, { title }]) => `<tr><td>${title}</td><td>${linksOf(view).join(' ')}</td></tr>`,
  )
  const body = `<h1>Exports</h1>
<p>Each view for draw.io (Lucidchart imports it too), as Mermaid, and as a picture.</p>
<table>${rows.join('')}</table>`
  return framed({ title: 'Exports', up: '../', body })
}
