import { sha256 } from '../sigv4-canonical.ts'
import type { Draft } from './draft.ts'
import { DynamoDbError } from './dynamodb-error.ts'
import { tokenRow } from './rows.ts'

/** A request that was answered under a token: another one with the same token does nothing, for ten minutes. */
export type Token = { hash: string; at: number }

const lifetimeMilliseconds = 10 * 60 * 1000

export function isOver({ at }: Token, now: Date): boolean {
  return now.getTime() - at > lifetimeMilliseconds
}

/**
 * Runs a write under a client's token, unless it was run already. The token is committed together with what is written.
 * Throws IdempotentParameterMismatchException when it stood for another request.
 */
export function once(
  draft: Draft,
  token: string | undefined,
  request: unknown,
  now: Date,
  run: () => void,
): void {
  if (token === undefined) {
    run()
    return
  }
  const row = tokenRow(token)
  const hash = sha256(JSON.stringify(request))
  const known = draft.get<Token>(row)
  if (known && !isOver(known, now)) {
    if (known.hash === hash) return
    throw new DynamoDbError(
      'IdempotentParameterMismatchException',
      'DynamoDB rejected the request because it retried a transaction with the same client request token but with different parameters.',
    )
  }
  run()
  draft.set(row, { hash, at: now.getTime() } satisfies Token)
}
