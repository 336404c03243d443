/** What is there and is not drawn, and the reverse, in sentences. */
export function differences(what: string, drawn: readonly string[], there: readonly string[]): string[] {
  const isDrawn = new Set(drawn)
  const isThere = new Set(there)
  return [
    ...[...isThere].filter((one) => !isDrawn.has(one)).map((one) => `The ${what} ${one} is not drawn.`),
    ...[...isDrawn]
      .filter((one) => !isThere.has(one))
      .map((one) => `The ${what} ${one} is drawn, and is not there.`),
  ]
}
