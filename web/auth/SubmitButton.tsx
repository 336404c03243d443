interface Props {
  isSending: boolean
  children: string
}

/** Stays in reach while the form is on its way, so that the focus is not lost. */
export function SubmitButton({ isSending, children }: Props) {
  return (
    <button type="submit" className="btn w-full" aria-disabled={isSending}>
      {isSending ? 'One moment…' : children}
    </button>
  )
}
