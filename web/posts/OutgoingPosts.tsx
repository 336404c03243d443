import { undo } from '../do-later.ts'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { LinkedText } from '../ui/LinkedText.tsx'
import { type Outgoing, useOutgoing } from './send-soon.ts'

/** Posts that are on their way out, where they will stand. They can be taken back. */
export function OutgoingPosts({ isShown }: { isShown: (post: Outgoing) => boolean }) {
  const posts = useOutgoing((outgoing) => outgoing.posts)
  return posts.filter(isShown).map(({ key, me, draft }) => (
    <section key={key} aria-label={t('Post on its way')} className="outgoing">
      <Avatar person={me} />
      <div className="min-w-0">
        <p className="flex min-w-0 items-baseline gap-1.5">
          <span dir="auto" className="truncate font-bold">
            {me.displayName}
          </span>
          <span dir="auto" className="truncate text-sm text-ink2">
            @{me.handle}
          </span>
        </p>
        {draft.contentWarning ? (
          <p dir="auto">{draft.contentWarning}</p>
        ) : (
          <LinkedText text={draft.body} language={draft.language} />
        )}
        <p className="flex items-center gap-3 text-sm text-ink2">
          {wayOf(draft.photos.length)}
          <button type="button" className="link px-1 py-2" onClick={() => undo(key)}>
            {t('Take it back')}
          </button>
        </p>
      </div>
    </section>
  ))
}

const wayOf = (count: number) =>
  count === 0
    ? t('On its way…')
    : t('{count, plural, one {# photo} other {# photos}} · On its way…', { count })
