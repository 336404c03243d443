import type { ReactNode } from 'react'

/** Views of one page, each with an address of its own: links, of which the router marks the current one. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="tab-links">
      {children}
    </nav>
  )
}
