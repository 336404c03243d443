import { expect } from 'vitest'
import type { StoryHouse } from './house.ts'

/** Waits until the backend has done its part of what is due. */
export async function leavesThePool(house: StoryHouse) {
  await expect.poll(() => waitingIn(house), { timeout: 20_000 }).toEqual([])
}

/** Who is still to be deleted from the user pool. */
async function waitingIn(house: StoryHouse): Promise<string[]> {
  const { rows } = await house.query(`
    select handle::text from users
    where deletes_at <= '${house.now().toISOString()}' and left_pool_at is null`)
  return rows.map(({ handle }) => handle)
}
