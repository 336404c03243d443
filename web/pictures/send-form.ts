import type { UploadForm } from '@mayfly/contract/pictures'

/** Why a form did not arrive. */
export class SendingFailed extends Error {
  /** `line`: it broke. `form`: the form is over. `file`: this file is not what the form is for. `store`: not now. */
  readonly reason: 'line' | 'form' | 'file' | 'store'
  constructor(reason: SendingFailed['reason']) {
    super(`Sending a form failed: ${reason}.`)
    this.reason = reason
  }
}

/** Without a single byte for so long, the line counts as broken. */
const STALL_MILLISECONDS = 30_000

interface Options {
  /** Called with the share that is sent, from 0 to 1. */
  onProgress: (progress: number) => void
  signal: AbortSignal
}

/** Posts the fields and then the file, as S3 wants it. `fetch` would not tell how far it is. */
export function sendForm(form: UploadForm, file: Blob, { onProgress, signal }: Options): Promise<void> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const request = new XMLHttpRequest()
  let stall: ReturnType<typeof setTimeout>
  const restartStall = () => {
    clearTimeout(stall)
    stall = setTimeout(() => request.abort(), STALL_MILLISECONDS)
  }
  const stop = () => request.abort()
  signal.addEventListener('abort', stop)

  request.open('POST', form.url)
  request.upload.onprogress = ({ loaded, total }) => {
    restartStall()
    onProgress(loaded / total)
  }
  request.onload = () => {
    if (request.status >= 200 && request.status < 300) resolve()
    else reject(new SendingFailed(reasonFor(request.status)))
  }
  request.onerror = () => reject(new SendingFailed('line'))
  request.onabort = () => reject(signal.aborted ? signal.reason : new SendingFailed('line'))
  request.onloadend = () => {
    clearTimeout(stall)
    signal.removeEventListener('abort', stop)
  }
  restartStall()
  request.send(bodyOf(form, file))
  return promise
}

/** S3 stops reading at the file: every field has to come before it. */
function bodyOf({ fields }: UploadForm, file: Blob): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', file)
  return body
}

function reasonFor(status: number): 'form' | 'file' | 'store' {
  if (status === 403) return 'form'
  return status < 500 ? 'file' : 'store'
}
