import type { ReactNode } from 'react'

interface Props {
  title: string
  /** A sentence on why it is empty, and what to do. */
  children: ReactNode
  /** A button or a link that fills it. */
  action?: ReactNode
}

export function Empty({ title, children, action }: Props) {
  return (
    <section className="grid justify-items-center gap-3 px-6 py-16 text-center">
      <span className="ring ring-empty" aria-hidden="true" />
      <h2 className="text-xl font-bold">{title}</h2>
      <p className="max-w-[36ch] text-ink2">{children}</p>
      {action}
    </section>
  )
}
