import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { unblock, useBlockedHere } from '../ties/block.ts'
import { Empty } from '../ui/Empty.tsx'
import { TopBar } from '../ui/TopBar.tsx'

/** In place of a person who is not there for this reader. */
export function Nobody({ handle }: { handle: string }) {
  const isBlockedHere = useBlockedHere(({ handles }) => handles.has(handle))
  if (isBlockedHere)
    return (
      <>
        <TopBar title={`@${handle}`} hasBack />
        <Empty
          title={t('You block {handle}', { handle: `@${handle}` })}
          action={
            <button type="button" className="btn ghost" onClick={() => void unblock(handle)}>
              {t('Unblock')}
            </button>
          }
        >
          {t('Neither of you sees or reaches the other. The settings list whom you block.')}
        </Empty>
      </>
    )
  return (
    <>
      <TopBar title={t('Nobody here')} hasBack />
      <Empty
        title={t('There is no {handle}', { handle: `@${handle}` })}
        action={
          <Link to="/explore" className="btn ghost">
            {t('Explore')}
          </Link>
        }
      >
        {t('Perhaps the name is spelled differently, or its owner has left.')}
      </Empty>
    </>
  )
}
