import { Link } from '@tanstack/react-router'
import { Empty } from './Empty.tsx'
import { TopBar } from './TopBar.tsx'

/** For addresses where there is nothing. */
export function NotFound() {
  return (
    <>
      <TopBar title="Nothing here" hasBack />
      <Empty
        title="Gone, or never was"
        action={
          <Link to="/explore" className="btn">
            See what is burning now
          </Link>
        }
      >
        There is nothing at this address. Posts burn down here; perhaps this was one.
      </Empty>
    </>
  )
}
