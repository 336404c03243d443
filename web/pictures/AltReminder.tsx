interface Props {
  /** How many photos have no description. */
  missing: number
  sendWord: string
  sendAnyway: () => void
  addDescriptions: () => void
}

/** Asks once, before a post goes out, whether its photos shall have words. */
export function AltReminder({ missing, sendWord, sendAnyway, addDescriptions }: Props) {
  return (
    <div role="alertdialog" aria-label="Photos without a description" className="alt-reminder">
      <p>
        <b>{missing === 1 ? 'One photo has no description.' : `${missing} photos have no description.`}</b>{' '}
        People who can't see {missing === 1 ? 'it' : 'them'} won't know what you share.
      </p>
      <div className="flex flex-wrap gap-2">
        {/* biome-ignore lint/a11y/noAutofocus: the press on "Post" led here, and the kind answer is the near one. */}
        <button type="button" className="btn sm" autoFocus onClick={addDescriptions}>
          {missing === 1 ? 'Add a description' : 'Add descriptions'}
        </button>
        <button type="button" className="btn ghost sm" onClick={sendAnyway}>
          {sendWord} anyway
        </button>
      </div>
    </div>
  )
}
