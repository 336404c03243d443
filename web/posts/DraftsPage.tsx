import { useQuery } from '@tanstack/react-query'
import { del, set } from 'idb-keyval'
import { api } from '../api.ts'
import { serverNow } from '../clock/server-clock.ts'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { Empty } from '../ui/Empty.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { toast } from '../ui/toast-store.ts'
import { queryClient } from '../use-api.ts'
import { useComposer } from './composer-store.ts'
import { DraftRow } from './DraftRow.tsx'
import { answeredBy, type KeptDraft, listDrafts } from './drafts.ts'
import { keepPosts, knownPost } from './post-cache.ts'
import { settleSent } from './settle-sent.ts'

const KEY = 'drafts'

/** What one has begun on this device and not sent. */
export function DraftsPage() {
  const { me } = useSession()
  const isWriting = useComposer(({ occasion }) => occasion !== undefined)
  const { data: drafts } = useQuery({
    // Whatever was written meanwhile may have changed one.
    queryKey: [KEY, me?.id, isWriting],
    queryFn: async () => {
      if (me === undefined) return []
      await settleSent(me, serverNow()).catch(() => undefined)
      return listDrafts(me.id).catch(() => [])
    },
    enabled: me !== undefined && !isWriting,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
  })
  const begun = drafts?.filter(({ draft }) => draft.sentAt === null)
  return (
    <>
      <TopBar title={t('Drafts')} hasBack />
      <p className="border-b border-line px-4 py-3 text-sm text-ink2">
        {t('Kept on this device alone, until they are sent or thrown away.')}
      </p>
      {begun?.length === 0 && (
        <Empty title={t('Nothing begun')}>{t('What you begin to write and do not send is kept here.')}</Empty>
      )}
      <ul>
        {begun?.map((kept) => (
          <DraftRow
            key={kept.key}
            kept={kept}
            open={() => void open(kept)}
            discard={() => void discard(kept)}
          />
        ))}
      </ul>
    </>
  )
}

/** What was meant as an answer is a post on its own when there is nothing to answer any more. */
async function open(kept: KeptDraft): Promise<void> {
  const id = answeredBy(kept)
  const replyTo = id === undefined ? undefined : await postBy(id)
  useComposer.getState().open({ draft: kept.key, replyTo })
}

async function postBy(id: string) {
  const known = knownPost(id)
  if (known) return known
  const post = await api.showPost({ id }).catch(() => undefined)
  if (post) keepPosts([post])
  return post
}

async function discard({ key, draft }: KeptDraft): Promise<void> {
  await del(key)
  await showAnew()
  const putBack = async () => {
    await set(key, draft)
    await showAnew()
  }
  toast(t('Draft discarded.'), { action: { label: t('Undo'), run: () => void putBack() } })
}

const showAnew = () => queryClient.invalidateQueries({ queryKey: [KEY] })
