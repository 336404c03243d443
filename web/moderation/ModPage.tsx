import './moderation.css'
import { Link, useParams } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { TwoPanes } from '../ui/TwoPanes.tsx'
import { OpenCase } from './OpenCase.tsx'
import { QueueList } from './QueueList.tsx'
import { useQueue } from './queue.ts'
import { useDeciding, useGoToCase } from './use-deciding.ts'
import { useModKeys } from './use-mod-keys.ts'

/** The queue, and beside it the case that is open; on narrow screens one or the other. */
export function ModPage() {
  const { caseId } = useParams({ strict: false })
  const queue = useQueue()
  const cases = queue.cases ?? []
  const [first] = cases
  return (
    <TwoPanes
      label={t('The queue')}
      title={t('Reports')}
      tools={<ToLog />}
      list={<QueueList queue={queue} />}
      open={
        caseId && (
          <>
            <TopBar title={t('Case')} hasBack above="/mod" />
            <OpenCase id={caseId} cases={cases} />
          </>
        )
      }
    >
      <Empty title={first ? t('Choose a case') : t('All is decided')}>
        {first ? t('Or press j for the first one.') : t('New reports show here by themselves.')}
      </Empty>
      <KeysOfQueue first={first?.id} />
    </TwoPanes>
  )
}

const ToLog = () => (
  <Link to="/mod/log" className="btn ghost sm ms-auto">
    <ScrollText size={16} aria-hidden="true" />
    {t('Log||moderation')}
  </Link>
)

/** Keys while no case is open. */
function KeysOfQueue({ first }: { first: string | undefined }) {
  const goTo = useGoToCase()
  const { takeLastBack } = useDeciding()
  useModKeys({
    j: () => first && goTo(first),
    u: takeLastBack,
  })
  return null
}
