import './two-panes.css'
import type { ReactNode } from 'react'
import { PhoneMenu } from './PhoneMenu.tsx'
import { TopBar } from './TopBar.tsx'

interface Props {
  /** What the list is called aloud. */
  label: string
  title: string
  /** Stands beside the title. */
  tools?: ReactNode
  list: ReactNode
  /** What is open; undefined when nothing is. */
  open: ReactNode
  /** Stands in its place then, where there is room. */
  children: ReactNode
}

/** A list, and beside it what is open of it; on narrow screens one or the other. */
export function TwoPanes({ label, title, tools, list, open, children }: Props) {
  return (
    <div className="two-panes" data-at={open ? 'open' : 'list'}>
      <section aria-label={label} className="pane-list">
        {open ? (
          <div className="top-bar">
            <h2 className="text-xl font-bold">{title}</h2>
            {tools}
          </div>
        ) : (
          <TopBar title={title} before={<PhoneMenu />}>
            {tools}
          </TopBar>
        )}
        {list}
      </section>
      <div className="pane-open">{open ?? children}</div>
    </div>
  )
}
