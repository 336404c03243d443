import { Link } from '@tanstack/react-router'
import { TabLinks } from '../ui/TabLinks.tsx'

const exactly = { exact: true }

/** What there is of a person. One's likes are seen by oneself alone. */
export function ProfileTabs({ handle, isMe }: { handle: string; isMe: boolean }) {
  const params = { handle }
  return (
    <TabLinks label="Profile">
      <Link to="/@{$handle}" params={params} activeOptions={exactly}>
        Posts
      </Link>
      <Link to="/@{$handle}/replies" params={params}>
        Replies
      </Link>
      <Link to="/@{$handle}/media" params={params}>
        Media
      </Link>
      {isMe && (
        <Link to="/@{$handle}/likes" params={params}>
          Likes
        </Link>
      )}
    </TabLinks>
  )
}
