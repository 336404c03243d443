import type { PasswordHash } from './passwords.ts'

export type User = {
  /** The real username: a UUID that never changes. */
  sub: string
  /** What the person may write, the e-mail address included. */
  attributes: Record<string, string>
  emailVerified: boolean
  /** An address that waits for its code; until then the old one stays. */
  newEmail?: string
  status: 'UNCONFIRMED' | 'CONFIRMED'
  enabled: boolean
  password: PasswordHash
  groups: string[]
  createdAt: string
  modifiedAt: string
}

export type Users = ReturnType<typeof openUsers>

/** Holds the people of the pool, found by their id or, whatever the case, by their e-mail address. */
export function openUsers(saved: User[] = []) {
  const bySub = new Map<string, User>()
  const byEmail = new Map<string, User>()
  for (const user of saved) insert(user)

  function insert(user: User): void {
    bySub.set(user.sub, user)
    byEmail.set(emailKey(emailOf(user)), user)
  }

  function remove(user: User): void {
    bySub.delete(user.sub)
    byEmail.delete(emailKey(emailOf(user)))
  }

  function changeEmail(user: User, email: string): void {
    byEmail.delete(emailKey(emailOf(user)))
    user.attributes.email = email
    byEmail.set(emailKey(email), user)
  }

  return {
    insert,
    remove,
    changeEmail,
    find: (name: string) => bySub.get(name) ?? byEmail.get(emailKey(name)),
    toJSON: () => [...bySub.values()],
  }
}

export function emailOf(user: User): string {
  return user.attributes.email ?? ''
}

/** The form in which two spellings of one address or name are the same. */
export function emailKey(email: string): string {
  return email.toLowerCase()
}
