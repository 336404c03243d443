/** Warned is at 80 per cent of the budget, so when a month comes to a fifth more than was estimated. */
const MARGIN = 1.5

/** The budget of a size whose usage is estimated at so many dollars: with its margin, rounded up to two digits or to tens. */
export function budgetFor(estimated: number): number {
  const dollars = estimated * MARGIN
  const step = Math.max(10, 10 ** (Math.floor(Math.log10(dollars)) - 1))
  return Math.ceil(dollars / step) * step
}
