export type Turns = ReturnType<typeof openTurns>

/** Lets work with the same key happen one after another, so that guesses sent at once are counted one by one. */
export function openTurns() {
  const last = new Map<string, Promise<unknown>>()

  async function take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }

  return { take }
}
