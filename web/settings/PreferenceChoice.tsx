import { type ReactNode, useState } from 'react'
import { type Preference, type PreferenceName, preference, setPreference } from '../ui/preferences.ts'

interface Props<Name extends PreferenceName> {
  name: Name
  label: string
  hint?: string
  /** The words for each choice, in the order in which they stand. */
  choices: Record<Preference<Name>, ReactNode>
  /** Called when another one is in force, with whether it is kept for the next load of the page. */
  onChosen?: (isKept: boolean) => void
}

/** One preference as a row of pills; it is in force at once. */
export function PreferenceChoice<Name extends PreferenceName>({
  name,
  label,
  hint,
  choices,
  onChosen,
}: Props<Name>) {
  const [chosen, setChosen] = useState(() => preference(name))
  const choose = (value: Preference<Name>) => {
    const isKept = setPreference(name, value)
    setChosen(value)
    onChosen?.(isKept)
  }
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      {hint && <p className="text-sm text-ink2">{hint}</p>}
      <div className="mt-2 flex flex-wrap gap-2">
        {(Object.entries(choices) as [Preference<Name>, ReactNode][]).map(([value, words]) => (
          <label key={value} className="chip">
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={value === chosen}
              onChange={() => choose(value)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
