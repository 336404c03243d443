import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { Empty } from './Empty.tsx'
import { TopBar } from './TopBar.tsx'

/** For addresses where there is nothing. */
export function NotFound() {
  return (
    <>
      <TopBar title={t('Nothing here')} hasBack />
      <Empty
        title={t('Gone, or never was')}
        action={
          <Link to="/explore" className="btn">
            {t('See what is burning now')}
          </Link>
        }
      >
        {t('There is nothing at this address. Posts burn down here; perhaps this was one.')}
      </Empty>
    </>
  )
}
