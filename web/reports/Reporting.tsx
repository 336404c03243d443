import { lazy, Suspense } from 'react'
import { useReporting } from '../reporting.ts'

const ReportDialog = lazy(async () => ({ default: (await import('./ReportDialog.tsx')).ReportDialog }))

/** Where something is reported; fetched when that is first wanted. */
export function Reporting() {
  const { target, close } = useReporting()
  return <Suspense>{target && <ReportDialog target={target} close={close} />}</Suspense>
}
