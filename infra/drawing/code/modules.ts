import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { isSyntax, type Syntax } from './syntax.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')

/** A file of the project, read as what it declares, opens and imports. */
export interface Module {
  path: string
  /** Everything at the top of the file, by its name. */
  declared: Map<string, Declared>
  functions: string[]
  types: string[]
  /** By the name that it has here. */
  imports: Map<string, { path: string; name: string }>
  /** Modules that are loaded when they are needed. */
  loads: string[]
}

interface Declared {
  syntax: Syntax
  isFunction: boolean
  isExported: boolean
}

const read = new Map<string, Module>()

/** Reads a module by its path from the project's folder. */
export function moduleAt(path: string): Module {
  const known = read.get(path)
  if (known) return known
  const text = readFileSync(join(PROJECT, path), 'utf8')
  const { program, module, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} can't be read: ${errors[0].message}`)
  const exported = module.staticExports.flatMap(({ entries }) => entries)
  const names = exported.flatMap(({ exportName, isType }) => (isType ? [] : (exportName.name ?? [])))
  const declared = declarationsIn(program.body as unknown as Syntax[], new Set(names))
  const made: Module = {
    path,
    declared,
    functions: names.filter((name) => declared.get(name)?.isFunction),
    types: exported.flatMap(({ exportName, isType }) => (isType ? (exportName.name ?? []) : [])),
    imports: new Map(
      module.staticImports.flatMap(({ moduleRequest, entries }) => {
        const from = resolveImport(path, moduleRequest.value)
        if (from === undefined) return []
        return entries
          .filter(({ isType }) => !isType)
          .map(({ localName, importName }) => [
            localName.value,
            { path: from, name: importName.name ?? localName.value },
          ])
      }),
    ),
    loads: module.dynamicImports.flatMap(
      ({ moduleRequest: { start, end } }) => resolveImport(path, text.slice(start + 1, end - 1)) ?? [],
    ),
  }
  read.set(path, made)
  return made
}

/** Every module below a folder, without tests. */
export const modulesIn = (folder: string): string[] =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|-(for|in)-tests?\.ts$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules'))
    .sort()

function declarationsIn(body: Syntax[], exported: ReadonlySet<string>): Map<string, Declared> {
  const found = new Map<string, Declared>()
  for (const statement of body) {
    const inner = isSyntax(statement.declaration) ? statement.declaration : statement
    const each = inner.type === 'VariableDeclaration' ? (inner.declarations as Syntax[]) : [inner]
    for (const syntax of each) {
      const name = isSyntax(syntax.id) ? syntax.id.name : undefined
      if (typeof name !== 'string' || inner.type.startsWith('TS')) continue
      found.set(name, { syntax, isFunction: isFunction(syntax), isExported: exported.has(name) })
    }
  }
  return found
}

/** An arrow, or what is made of one: `answerRoute(route, async () => …)`. */
function isFunction({ type, init }: Syntax): boolean {
  if (type === 'FunctionDeclaration') return true
  if (!isSyntax(init)) return false
  return init.type === 'CallExpression' ? (init.arguments as Syntax[]).some(isArrow) : isArrow(init)
}

const isArrow = ({ type }: Syntax) => type === 'ArrowFunctionExpression'

/** The path of what is imported, or undefined when it is not the project's own. */
function resolveImport(from: string, specifier: string): string | undefined {
  if (/^\.\.?\/.*\.tsx?$/.test(specifier)) return join(dirname(from), specifier).replaceAll('\\', '/')
  const [, room, door] = /^@mayfly\/(\w+)\/(.+)$/.exec(specifier) ?? []
  if (room === undefined) return undefined
  const { exports } = JSON.parse(readFileSync(join(PROJECT, room, 'package.json'), 'utf8')) as {
    exports: Record<string, string>
  }
  const target = exports[`./${door}`] ?? exports['./*']?.replace('*', String(door))
  return target?.match(/\.tsx?$/) ? join(room, target).replaceAll('\\', '/') : undefined
}
