interface Props {
  label: string
  hint?: string
  isOn: boolean
  set: (isOn: boolean) => void
}

/** Something that is on or off, in force at once. */
export function Switch({ label, hint, isOn, set }: Props) {
  return (
    <label className="switch">
      <span className="min-w-0">
        <span className="block font-semibold">{label}</span>
        {hint && <span className="block text-sm text-ink2">{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={({ target }) => set(target.checked)}
      />
    </label>
  )
}
