import type { House } from '@mayfly/local/house'
import { inHouse, signUp } from './house.ts'
import { measureDelivery } from './message-delivery.ts'
import { measureRates } from './message-rates.ts'
import type { Pair } from './pairs.ts'

const PAIRS = 5

/** Messages through the whole house: how long one takes to the other person's page, and how many it can do. */
await inHouse(async (house) => {
  const pairs = await Promise.all(Array.from({ length: PAIRS }, (_, number) => openPair(house, number)))
  await measureDelivery(house, pairs)
  await measureRates(house, pairs)
})

async function openPair(house: House, number: number): Promise<Pair> {
  const sender = await signUp(house, `sender${number}`)
  const reader = await signUp(house, `reader${number}`)
  const { id } = await sender.client.startConversation({ handles: [reader.handle] })
  return { id, sender, reader }
}
