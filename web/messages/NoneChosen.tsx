import { Link } from '@tanstack/react-router'
import { Empty } from '../ui/Empty.tsx'

/** Beside the list, as long as no conversation is open. */
export function NoneChosen() {
  return (
    <Empty
      title="Messages burn, too"
      action={
        <Link to="/messages/new" className="btn">
          New conversation
        </Link>
      }
    >
      Choose a conversation, or start one. What you say there is gone when its time is over, for everybody.
    </Empty>
  )
}
