/** What rows hold at one moment: for a reader what was committed, for a writer its own changes too. */
export type View = {
  get: <Value>(row: string) => Value | undefined
}
