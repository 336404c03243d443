export type Mail = {
  to: string
  subject: string
  body: string
  code: string
  /** ISO 8601, UTC. */
  sentAt: string
}

export type Mailbox = ReturnType<typeof openMailbox>

const mostKept = 200

/** Keeps the mails that Cognito would send, newest first; the oldest go when there are more than 200. */
export function openMailbox(saved: Mail[] = []) {
  const mails = [...saved]

  function put(mail: Mail): void {
    mails.unshift(mail)
    mails.length = Math.min(mails.length, mostKept)
  }

  /** The mails to one address, whatever its case, or all. */
  function list(to?: string): Mail[] {
    if (to === undefined) return [...mails]
    return mails.filter((mail) => mail.to.toLowerCase() === to.toLowerCase())
  }

  /** Throws away the mails to one address. */
  function forget(to: string): void {
    for (const mail of list(to)) mails.splice(mails.indexOf(mail), 1)
  }

  return { put, list, forget, toJSON: () => mails }
}
