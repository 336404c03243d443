import type { Author } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { joinerBefore, othersBeside } from './names.ts'

/** Who did it: `Ada`, `Ada, Ben and Cleo`, `Ada, Ben and 3 others`. */
export function Names({ people, count }: { people: readonly Author[]; count: number }) {
  const { named, others } = othersBeside(people, count)
  return (
    <>
      {named.map(({ id, handle, displayName }, index) => (
        <Fragment key={id}>
          {joinerBefore(index, named.length, others !== undefined)}
          <Link to="/@{$handle}" params={{ handle }} className="notification-name">
            <bdi>{displayName}</bdi>
          </Link>
        </Fragment>
      ))}
      {others !== undefined && ` and ${others}`}
    </>
  )
}
