import { SOURCE_ADDRESS } from '@mayfly/config/gateway-headers'
import { rateOf } from '@mayfly/contract/route'
import { networkOf } from '@mayfly/domain/network'
import { tooMany } from '@mayfly/domain/rates'
import type { Stores } from '@mayfly/storage/stores'
import type { Context } from 'hono'
import type { Viewer } from './operation.ts'

interface Asked {
  context: Context
  viewer: Viewer | undefined
  /** As the route's schema left it. */
  input: unknown
  stores: Stores
  now: Date
}

/** Counts a request for everybody whom it counts for. @throws Refusal `too-many` when one of them has to wait */
export async function holdBack(
  route: Parameters<typeof rateOf>[0],
  { context, viewer, input, stores, now }: Asked,
): Promise<void> {
  const rate = rateOf(route)
  const asker = {
    person: viewer?.id,
    // X-Forwarded-For would not do: its caller writes the first part of it.
    address: networkOf(context.req.header(SOURCE_ADDRESS) ?? ''),
    email: (input as { email?: string }).email,
  }
  const full = await stores.rates.count(rate, asker, now)
  if (full) throw tooMany(rate, full.subject, full.seconds)
}
