/** Does the work for each item, in order of beginning, never more than `most` at a time. The first failure is thrown. */
export async function atOnce<Item, Result>(
  most: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const rest = [...items].entries()

  async function takeTurns() {
    for (const [index, item] of rest) results[index] = await work(item)
  }

  await Promise.all(Array.from({ length: most }, takeTurns))
  return results
}
