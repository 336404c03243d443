/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32), so that a picture stays what it is. */
export function randomFrom(seed: number) {
  let state = seed

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const between = (from: number, to: number) => from + next() * (to - from)

  return {
    next,
    between,
    chance: (probability: number) => next() < probability,
    pick: <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item,
  }
}

export type Random = ReturnType<typeof randomFrom>
