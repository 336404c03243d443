import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'
import { TopBar } from '../ui/TopBar.tsx'

interface Props {
  /** The h1, short. */
  heading: string
  title: string
  children: ReactNode
  /** Whose posts to look at instead. */
  handle?: string
}

/** In place of a post that can't be shown: why, and where to go on. Nothing of the post. */
export function GoneNotice({ heading, title, children, handle }: Props) {
  return (
    <>
      <TopBar title={heading} hasBack />
      <Empty
        title={title}
        action={
          <p className="mt-2 flex flex-wrap justify-center gap-3">
            {handle !== undefined && (
              <Link to="/@{$handle}" params={{ handle }} className="btn">
                {t('What {who} says now', { who: `@${handle}` })}
              </Link>
            )}
            <Link to="/explore" className="btn ghost">
              {t('Explore')}
            </Link>
          </p>
        }
      >
        {children}
      </Empty>
    </>
  )
}
