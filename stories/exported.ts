import type { Export } from '@mayfly/contract/exports'
import { expect } from 'vitest'
import type { Guest } from './guest.ts'
import type { StoryHouse } from './house.ts'

export async function madeFor(guest: Guest): Promise<Export> {
  await expect.poll(async () => (await guest.showExport({})).state, { timeout: 20_000 }).toBe('ready')
  return guest.showExport({})
}

export const exportKeys = async (house: StoryHouse) =>
  (await house.processedKeys()).filter((key) => key.startsWith('exports/'))
