import { toMermaid } from './graph.ts'
import { moduleAt } from './modules.ts'
import { type Part, parts } from './parts.ts'

/** The pages of docs/code, by their file names. */
export function codePages(): Map<string, string> {
  const pages = parts.map((part) => [`${part.name}.md`, pageOf(part)] as const)
  const list = parts.map(({ name, title, says }) => `- [${title}](${name}.md): ${says}`)
  const index = `# Code\n\nDrawn from the source by \`npm run docs\`; a test says when a page is not current.\n\n${list.join('\n')}\n`
  return new Map([['README.md', index], ...pages])
}

function pageOf({ title, says, graph, modules }: Part): string {
  const drawing = graph()
  return `# ${title}

${says}

\`\`\`mermaid
${toMermaid(drawing)}
\`\`\`

| module | functions | types |
| --- | --- | --- |
${modules(drawing).map(rowOf).join('\n')}
`
}

function rowOf(path: string): string {
  const { functions, types } = moduleAt(path)
  return `| \`${path}\` | ${listOf(functions)} | ${listOf(types)} |`
}

const listOf = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')
