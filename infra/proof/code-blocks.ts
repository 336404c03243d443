import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A named piece of a file of storage: a function, a constant or a member of what a factory returns. */
export interface Block {
  file: string
  name: string
  text: string
}

interface SourceFile {
  text: string
  /** By what name which file's block is known in it. */
  imports: Map<string, string>
  blocks: Map<string, Block>
}

/** The files of a room by their names, cut into blocks. The formatter's indentation says where one begins and ends. */
export function filesOf(room: string): Map<string, SourceFile> {
  const names = readdirSync(join(root, room)).filter((name) => /^[\w-]+\.ts$/.test(name))
  return new Map(
    names.map((name) => {
      const text = readFileSync(join(root, room, name), 'utf8')
      return [name, { text, imports: importsIn(text), blocks: blocksIn(name, text) }]
    }),
  )
}

function importsIn(text: string): Map<string, string> {
  const found = [...text.matchAll(/^import (?!type )\{([^}]*)\} from '\.\/([\w-]+\.ts)'/gm)]
  return new Map(
    found.flatMap(([, names = '', file = '']) =>
      names.split(',').map((name) => [name.replace('type ', '').trim(), file] as const),
    ),
  )
}

const DECLARATION = /^( {0,4})(?:(?:export )?(?:const|(?:async )?function\*?) (\w+)|(\w+)(?=: |,$|\())/

function blocksIn(file: string, text: string): Map<string, Block> {
  const lines = text.split('\n')
  const blocks = new Map<string, Block>()
  for (const [start, line] of lines.entries()) {
    const [, indent = '', declared, member] = DECLARATION.exec(line) ?? []
    const name = declared ?? member
    if (name === undefined || (indent === '' && declared === undefined)) continue
    const rest = lines.slice(start + 1)
    const length = rest.findIndex((next) => next !== '' && isBeyond(next, indent.length))
    const own = [line, ...(length < 0 ? rest : rest.slice(0, length))].join('\n')
    // A function and the member that hands it out are one.
    blocks.set(name, { file, name, text: `${blocks.get(name)?.text ?? ''}\n${own}` })
  }
  return blocks
}

function isBeyond(line: string, indent: number): boolean {
  const own = line.search(/\S/)
  return own < indent || (own === indent && !/^\s*[)\]}]/.test(line))
}

/** The text of a file and of all files of its own room that it imports, one by the other. */
export function closureOf(entry: string): string {
  const seen = new Map<string, string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    const text = readFileSync(join(root, path), 'utf8')
    seen.set(path, text)
    for (const [, file = ''] of text.matchAll(/from '(\.\.?\/[\w./-]+\.ts)'/g))
      visit(join(dirname(path), file))
  }
  visit(entry)
  return [...seen.values()].join('\n')
}
