interface WaitingAccount {
  email: string
  /** Held in memory alone, so that nobody types it twice in one go. */
  password?: string
  /** A code is on its way. */
  isCodeSent: boolean
  notice?: string
  /** When the account is deleted unless its owner takes that back, in ms since 1970. */
  deletesAt?: number
}

let waiting: WaitingAccount | undefined

/** What one of the sign-in pages knows already, for the next one. A reload forgets it. */
export const waitingAccount = () => waiting

export function setWaitingAccount(account: WaitingAccount | undefined): void {
  waiting = account
}
