/** How often `work` is done a second, by this many at a time, after a warm-up. */
export async function rate(
  work: () => Promise<unknown>,
  { atOnce = 8, milliseconds = 3_000 } = {},
): Promise<number> {
  await during(500, atOnce, work)
  const startedAt = performance.now()
  const done = await during(milliseconds, atOnce, work)
  return (done / (performance.now() - startedAt)) * 1000
}

async function during(milliseconds: number, atOnce: number, work: () => Promise<unknown>): Promise<number> {
  const end = performance.now() + milliseconds
  let done = 0
  const worker = async () => {
    while (performance.now() < end) {
      await work()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return done
}

/** Prints rates of one run, each beside the limit that it is measured against. */
export function report(title: string, limit: string, rates: Record<string, number>) {
  const highest = rates[limit] ?? Number.NaN
  console.log(`\n${title}`)
  for (const [name, perSecond] of Object.entries(rates)) {
    const ratio = (perSecond / highest).toFixed(2)
    console.log(`  ${name.padEnd(44)} ${perSecond.toFixed(0).padStart(7)}/s   ${ratio} of "${limit}"`)
  }
}
