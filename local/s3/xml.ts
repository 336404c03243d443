import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { S3Error } from './s3-error.ts'

/** A list becomes the element repeated, `undefined` no element at all. */
export type XmlContent = string | number | boolean | undefined | XmlContent[] | { [name: string]: XmlContent }

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  // What may come several times is always a list.
  isArray: (name) => name === 'Object' || name === 'Part',
})

/** A whole XML document. `isError` leaves out the namespace, as S3 does. */
export function writeXml(root: string, content: XmlContent, isError = false): string {
  const attribute = isError ? '' : ` xmlns="${namespace}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${inner(content)}</${root}>`
}

function element(name: string, content: XmlContent): string {
  if (content === undefined) return ''
  if (Array.isArray(content)) return content.map((item) => element(name, item)).join('')
  return `<${name}>${inner(content)}</${name}>`
}

function inner(content: XmlContent): string {
  if (typeof content !== 'object') return escapeXml(String(content ?? ''))
  return Object.entries(content)
    .map(([name, child]) => element(name, child))
    .join('')
}

/** Escapes what has a meaning in XML, and the control characters that a parser would change. */
export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: keys may hold them.
  return text.replace(/[<>&"'\u0000-\u001f\u007f]/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** The content of a document with this root. Throws MalformedXML. */
export function readXml(document: string, root: string): Record<string, unknown> {
  const malformed = () =>
    new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate.')
  // No document that a client of S3 sends has a type of its own.
  if (document.includes('<!') || XMLValidator.validate(document) !== true) throw malformed()
  const content = parse(document)?.[root]
  if (typeof content !== 'object' || content === null) throw malformed()
  return content as Record<string, unknown>
}

function parse(document: string): Record<string, unknown> | undefined {
  try {
    return parser.parse(document)
  } catch {
    return undefined
  }
}
