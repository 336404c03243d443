import { type ReactNode, useId } from 'react'

interface Props {
  title: string
  note?: string
  children: ReactNode
}

export function SettingsSection({ title, note, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="card p-5">
      <h2 id={id} className="text-xl font-bold">
        {title}
      </h2>
      {note && <p className="text-sm text-ink2">{note}</p>}
      <div className="mt-4 grid grid-cols-1 gap-5">{children}</div>
    </section>
  )
}
