import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { renderReference } from '@mayfly/api/reference'
import { openApi } from '@mayfly/contract/openapi'
import { toDot } from '../code/graph.ts'
import { codePages } from '../code/pages.ts'
import { parts } from '../code/parts.ts'
import { framed, style } from './frame.ts'
import { titleOf, toHtml } from './markdown.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')

const documents = {
  'architecture.html': 'ARCHITECTURE.md',
  'deploy.html': 'docs/deploy.md',
  'services.html': 'docs/services.md',
  'cost.html': 'docs/cost.md',
}

const read = (path: string) => readFile(join(PROJECT, path), 'utf8')

/** The pages of the site by their paths, but for the model and the exports. */
export async function sitePages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>([
    ['style.css', style],
    ['index.html', await overview()],
    ['api.html', await reference()],
    ['openapi.json', JSON.stringify(openApi)],
  ])
  for (const [page, path] of Object.entries(documents)) pages.set(page, asPage(await read(path), ''))
  for (const [name, text] of await decisions()) pages.set(`decisions/${name}`, text)
  for (const [name, text] of await drawnCode()) pages.set(`code/${name}`, text)
  return pages
}

const asPage = (markdown: string, up: string) =>
  framed({
    title: titleOf(markdown),
    up,
    body: toHtml(markdown, { pageFor: pageFrom(up) }).replaceAll('docs/pictures/', `${up}pictures/`),
  })

/** A link between files of the repository, as one between pages. */
function pageFrom(up: string) {
  return (link: string): string | undefined => {
    const [path = '', anchor] = link.split('#')
    if (path === '') return link
    const name = basename(path)
    const document = Object.entries(documents).find(([, source]) => basename(source) === name)?.[0]
    const after = anchor === undefined ? '' : `#${anchor}`
    if (document) return `${up}${document}${after}`
    if (/^\d{3}-.+\.md$/.test(name)) return `${up}decisions/${htmlOf(name)}${after}`
    if (/decisions\/?$/.test(path)) return `${up}decisions/index.html`
    if (/c4\/?$/.test(path)) return `${up}model/index.html`
    if (/code(\/README\.md)?\/?$/.test(path)) return `${up}code/index.html`
    return parts.some((part) => `${part.name}.md` === name) ? `${up}code/${htmlOf(name)}` : undefined
  }
}

const htmlOf = (name: string) => name.replace(/\.md$/, '.html').replace('README', 'index')

async function decisions(): Promise<[string, string][]> {
  const folder = 'docs/decisions'
  const names = (await readdir(join(PROJECT, folder))).filter((name) => name.endsWith('.md')).sort()
  const texts = await Promise.all(names.map(async (name) => [name, await read(`${folder}/${name}`)] as const))
  const list = texts
    .filter(([name]) => name !== 'README.md')
    .map(([name, text]) => `- [${titleOf(text)}](${name})`)
  return texts.map(([name, text]) => [
    htmlOf(name),
    asPage(name === 'README.md' ? `${text}\n${list.join('\n')}` : text, '../'),
  ])
}

/** As the backend shows it, in the frame of this site. */
async function reference(): Promise<string> {
  const [, body = ''] = /<main>([\s\S]*)<\/main>/.exec(await renderReference(openApi)) ?? []
  return framed({ title: 'API', up: '', body: body.replace('"/openapi.json"', '"openapi.json"') })
}

/** The pages of docs/code with their diagrams drawn. */
async function drawnCode(): Promise<[string, string][]> {
  const graphviz = await Graphviz.load()
  return [...codePages()].map(([name, text]) => {
    const part = parts.find((one) => `${one.name}.md` === name)
    const page = asPage(text, '../')
    if (!part) return [htmlOf(name), page]
    const svg = graphviz.dot(toDot(part.graph())).replace(/^[\s\S]*?(?=<svg)/, '')
    const drawing = `<div class="drawing">${inPageColour(svg)}</div>`
    return [htmlOf(name), page.replace(/<pre><code class="language-mermaid">[\s\S]*?<\/pre>/, () => drawing)]
  })
}

const inPageColour = (svg: string) =>
  svg
    .replaceAll('stroke="black"', 'stroke="currentColor"')
    .replaceAll('fill="black"', 'fill="currentColor"')
    .replaceAll('<text ', '<text fill="currentColor" ')

async function overview(): Promise<string> {
  const figure = (view: string, name: string, words: string) =>
    `<a href="model/index.html#/view/${view}/"><picture><source srcset="pictures/${name}-dark.png" media="(prefers-color-scheme: dark)"><img src="pictures/${name}.png" alt="${words}"></picture></a>`
  const [, intro = ''] = (await read('README.md')).split('\n\n')
  const body = `<h1>Mayfly</h1>
<p>${intro}</p>
<h2>Whom it serves</h2>
${figure('index', 'context', 'Persons, moderators and operators around Mayfly, with e-mail, the repository and the registrar')}
<h2>What runs, and what remembers</h2>
${figure('containers', 'containers', 'The site, the gateway, the backend, seven functions and five stores')}
<p>Every other view is in <a href="model/index.html">the model</a>: parts, places, and stories step by step.</p>`
  return framed({ title: 'Overview', up: '', body })
}
