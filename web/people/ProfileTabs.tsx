import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { TabLinks } from '../ui/TabLinks.tsx'

const exactly = { exact: true }

/** What there is of a person. One's likes are seen by oneself alone. */
export function ProfileTabs({ handle, isMe }: { handle: string; isMe: boolean }) {
  const params = { handle }
  return (
    <TabLinks label={t('Profile')}>
      <Link to="/@{$handle}" params={params} activeOptions={exactly}>
        {t('Posts')}
      </Link>
      <Link to="/@{$handle}/replies" params={params}>
        {t('Replies')}
      </Link>
      <Link to="/@{$handle}/media" params={params}>
        {t('Media')}
      </Link>
      {isMe && (
        <Link to="/@{$handle}/likes" params={params}>
          {t('Likes')}
        </Link>
      )}
    </TabLinks>
  )
}
