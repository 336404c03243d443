import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'

/** Beside the list, as long as no conversation is open. */
export function NoneChosen() {
  return (
    <Empty
      title={t('Messages burn, too')}
      action={
        <Link to="/messages/new" className="btn">
          {t('New conversation')}
        </Link>
      }
    >
      {t(
        'Choose a conversation, or start one. What you say there is gone when its time is over, for everybody.',
      )}
    </Empty>
  )
}
