import type { ReactNode } from 'react'

/** What stands on a page of the settings, below its title. */
export function SettingsBody({ note, children }: { note?: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-6 p-4">
      {note && <p className="text-ink2">{note}</p>}
      {children}
    </div>
  )
}
