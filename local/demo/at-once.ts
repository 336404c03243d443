/**
 * Does the work for each item, never more than `most` at a time. After a failure nothing more is begun; it is thrown
 * when what was under way has ended.
 */
export async function atOnce<Item extends object | string>(
  most: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const rest = [...items]

  async function takeTurns() {
    try {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item)
    } catch (error) {
      rest.length = 0
      throw error
    }
  }

  const turns = await Promise.allSettled(Array.from({ length: most }, takeTurns))
  const failed = turns.find((turn) => turn.status === 'rejected')
  if (failed) throw failed.reason
}
