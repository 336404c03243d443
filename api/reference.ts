import { html, raw } from 'hono/html'

interface Parameter {
  name: string
  in: string
  required?: boolean
  schema: Schema
}

interface Schema {
  type?: string | string[]
  format?: string
  enum?: string[]
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
}

interface DocumentedOperation {
  operationId: string
  summary: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
  security?: object[]
}

/** The OpenAPI document as a page that reads without scripts. */
export async function renderReference(document: Record<string, unknown>): Promise<string> {
  const paths = document.paths as Record<string, Record<string, DocumentedOperation>>
  const info = document.info as { title: string; description: string }
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => renderOperation(method, path, operation)),
  )
  return String(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${info.title} API</title>
          <style>${raw(style)}</style>
        </head>
        <body>
          <main>
            <h1>${info.title} API</h1>
            <p>${info.description}</p>
            <p>For tools: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
            ${operations}
          </main>
        </body>
      </html>`,
  )
}

function renderOperation(method: string, path: string, operation: DocumentedOperation) {
  const body = operation.requestBody?.content['application/json']?.schema
  const fields = [
    ...(operation.parameters ?? []).map((parameter) =>
      renderField(parameter.name, parameter.schema, parameter.in),
    ),
    ...Object.entries(body?.properties ?? {}).map(([name, schema]) => renderField(name, schema, 'body')),
  ]
  return html`<section id="${operation.operationId}">
    <h2><code><b>${method.toUpperCase()}</b> ${path}</code></h2>
    <p>${operation.summary} ${needOf(operation)} ${operation.description ?? ''}</p>
    ${fields.length > 0 ? html`<table><tbody>${fields}</tbody></table>` : ''}
    ${Object.entries(operation.responses)
      .filter(([status]) => status !== 'default')
      .map(
        ([status, response]) =>
          html`<p class="answer"><b>${status}</b> ${shapeOf(Object.values(response.content ?? {})[0]?.schema)}</p>`,
      )}
  </section>`
}

const renderField = (name: string, schema: Schema, place: string) =>
  html`<tr><th scope="row"><code>${name}</code></th><td>${place}</td><td>${shapeOf(schema)}${schema.default === undefined ? '' : ` = ${schema.default}`}</td></tr>`

function needOf({ security }: DocumentedOperation): string {
  if (security === undefined) return 'No token.'
  return security.length > 1 ? 'A token is optional.' : 'Needs a token.'
}

/** A schema in few words: `{ items: { id, … }[], next: string | null }`. */
function shapeOf(schema: Schema | undefined, depth = 0): string {
  if (schema === undefined) return ''
  if (schema.enum) return schema.enum.join(' | ')
  if (schema.anyOf) return schema.anyOf.map((choice) => shapeOf(choice, depth)).join(' | ')
  if (schema.items) return `${shapeOf(schema.items, depth)}[]`
  if (schema.properties && depth > 1) return '{ … }'
  if (schema.properties)
    return `{ ${Object.entries(schema.properties)
      .map(([name, property]) => `${name}: ${shapeOf(property, depth + 1)}`)
      .join(', ')} }`
  return schema.format ?? String(schema.type ?? 'anything')
}

const style = `
  :root { font: 1rem/1.55 system-ui, sans-serif; }
  body { margin: 0; }
  main { max-width: 60rem; margin: auto; padding: 2rem 1rem; }
  section { border-top: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); padding: 0.5rem 0 1rem; }
  h2 { font-size: 1.05rem; }
  code { overflow-wrap: anywhere; }
  table { border-collapse: collapse; }
  th, td { text-align: left; padding: 0.15rem 1.25rem 0.15rem 0; vertical-align: top; font-weight: normal; }
  .answer { font-size: 0.875rem; }
`
