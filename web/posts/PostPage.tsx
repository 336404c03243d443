import { expiryOf } from '@mayfly/domain/expiring-id'
import { useParams } from '@tanstack/react-router'
import { serverNow } from '../clock/server-clock.ts'
import { timeLeft } from '../clock/time-left.ts'
import { t } from '../language/words.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { GoneNotice } from './GoneNotice.tsx'
import { PostSkeletons } from './PostSkeletons.tsx'
import { Thread } from './Thread.tsx'
import { usePostInThread } from './use-one-post.ts'

/** One post, with what it answers and what answers it. */
export function PostPage() {
  const { handle, postId } = useParams({ from: '/shell/@{$handle}/$postId' })
  return <OnePost key={postId} handle={handle} id={postId} />
}

function OnePost({ handle, id }: { handle: string; id: string }) {
  const { answer, tree } = usePostInThread(id)
  switch (answer.state) {
    case 'live':
      return <Thread post={answer.post} tree={tree} handle={handle} />
    case 'faded':
      return (
        <GoneNotice heading={t('Faded')} title={fadingOf(id)} handle={handle}>
          {t('It had its time, and nothing of it is kept.')}
        </GoneNotice>
      )
    case 'deleted':
      return (
        <GoneNotice heading={t('Deleted')} title={t('You deleted this post')}>
          {t('It is gone from every feed.')}
        </GoneNotice>
      )
    case 'missing':
      return (
        <GoneNotice heading={t('Post')} title={t('Gone, or never was')}>
          {t('There is no post at this address. Its author may have deleted it before its time.')}
        </GoneNotice>
      )
    case 'failed':
      return (
        <>
          <TopBar title={t('Post')} hasBack />
          <ErrorCard error={answer.error} retry={answer.retry} />
        </>
      )
    case 'reading':
      return (
        <>
          <TopBar title={t('Post')} hasBack />
          <PostSkeletons count={1} />
        </>
      )
  }
}

/** How long ago it faded, from the address alone. */
function fadingOf(id: string): string {
  const passed = serverNow() - (expiryOf(id)?.getTime() ?? 0)
  if (passed < 60_000) return t('This post faded just now')
  return t('This post faded {time} ago', { time: timeLeft(passed, 'long') })
}
