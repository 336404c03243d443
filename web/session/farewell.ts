let deletesAt: number | undefined

/** When the account that was just given up here is deleted, in ms since 1970. A reload forgets it. */
export const farewell = () => deletesAt

export function noteFarewell(moment: number): void {
  deletesAt = moment
}
