import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

const PROJECT = resolve(import.meta.dirname, '..')

/** Words in the source, with where they stand: `web/posts/Feed.tsx:12`. */
export interface Found {
  words: string
  place: string
}

/** A text that is asked for in the page's language. */
interface Asked extends Found {
  /** The names of its values, when they are written where it is asked for. */
  names: string[] | undefined
  /** Whether it is asked for in a function: only there the words have come. */
  isInFunction: boolean
}

interface Texts {
  /** Every literal, and every template with `{}` for what is put in; without what only operators and programs read. */
  literals: Found[]
  asked: Asked[]
  /** What stands between tags or in an attribute for people, as it is. */
  bare: Found[]
}

/** Attributes whose words people see or hear. */
const forPeople =
  /^(aria-(label|description|roledescription|placeholder|valuetext)|alt|title|placeholder|label|hint|note|words|text)$/
/** The name is the same in every language. */
const hasWord = (words: string) => /\p{L}{2}/u.test(words.replace(/^\s*mayfly\s*$/i, ''))
const isOwn =
  /\.test\.tsx?$|-for-tests\.ts$|^web\/(vite\.config|pages\/|dist\/)|^api\/(reference|exports\/entries)\.ts$|^contract\/openapi\.ts$/
/** What is shown when not even the words could be fetched. */
const WITHOUT_WORDS = 'web/ui/StartError.tsx'

/** What the source of some rooms says, in whichever way. */
export function textsIn(...rooms: string[]): Texts {
  const files = globSync(
    rooms.map((room) => `${room}/**/*.{ts,tsx}`),
    { cwd: PROJECT },
  ).filter((file) => !isOwn.test(file) && file !== WITHOUT_WORDS)
  const texts: Texts = { literals: [], asked: [], bare: [] }
  for (const file of files.sort()) readTexts(file, texts)
  return texts
}

function readTexts(file: string, { literals, asked, bare }: Texts): void {
  const source = readFileSync(resolve(PROJECT, file), 'utf8')
  const at = ({ start }: { start: number }) => `${file}:${source.slice(0, start).split('\n').length}`
  let depth = 0
  const enter = () => {
    depth += 1
  }
  const leave = () => {
    depth -= 1
  }
  const isClient = /^(web|contract)\//.test(file)
  const forOthers: { start: number; end: number }[] = []
  const isForOthers = ({ start }: { start: number }) =>
    forOthers.some((range) => range.start <= start && start < range.end)
  new Visitor({
    NewExpression(node) {
      const { callee } = node
      // What the client throws is shown: the page has no other words for it.
      const isBug = callee.type === 'Identifier' && /(Error|Problem)$/.test(callee.name) && !isClient
      if (isBug) forOthers.push(node)
    },
    Property(node) {
      const isDocument = 'name' in node.key && ['summary', 'description'].includes(String(node.key.name))
      if (isDocument) forOthers.push(node)
    },
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    Literal(node) {
      if (typeof node.value === 'string' && !isForOthers(node))
        literals.push({ words: node.value, place: at(node) })
    },
    TemplateLiteral(node) {
      if (isForOthers(node)) return
      literals.push({ words: node.quasis.map(({ value }) => value.cooked).join('{}'), place: at(node) })
    },
    JSXText(node) {
      if (hasWord(node.value)) bare.push({ words: node.value.trim(), place: at(node) })
    },
    JSXAttribute(node) {
      const { name, value } = node
      const isForPeople = name.type === 'JSXIdentifier' && forPeople.test(name.name)
      if (!isForPeople || value?.type !== 'Literal' || !hasWord(String(value.value))) return
      bare.push({ words: String(value.value), place: at(node) })
    },
    CallExpression(node) {
      const {
        callee,
        arguments: [first, second],
      } = node
      if (callee.type !== 'Identifier' || !['t', 'rich'].includes(callee.name)) return
      if (first?.type !== 'Literal') return
      const given = second?.type === 'ObjectExpression' ? second.properties : []
      const isKnown = second === undefined || second.type === 'ObjectExpression'
      const names = given.flatMap((property) =>
        property.type === 'Property' && 'name' in property.key ? String(property.key.name) : [],
      )
      asked.push({
        words: String(first.value),
        place: at(node),
        names: isKnown && names.length === given.length ? names : undefined,
        isInFunction: depth > 0,
      })
    },
  }).visit(parseSync(file, source).program)
}
