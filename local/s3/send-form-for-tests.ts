export type Form = Record<string, string>
export type Upload = { body?: string | Buffer; type?: string; name?: string; before?: boolean; after?: Form }

/** Sends a form as a browser does. `code` and `message` are those of S3's error. */
export async function post(url: string, fields: Form, { body = 'picture', ...upload }: Upload = {}) {
  const form = new FormData()
  const file = new Blob([body], { type: upload.type ?? 'image/png' })
  if (upload.before) form.set('file', file, upload.name)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (!upload.before) form.set('file', file, upload.name ?? 'a.png')
  for (const [name, value] of Object.entries(upload.after ?? {})) form.append(name, value)
  const answer = await fetch(url, { method: 'POST', body: form })
  const text = await answer.text()
  const find = (name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(text)?.[1]
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    code: find('Code'),
    message: find('Message'),
  }
}
