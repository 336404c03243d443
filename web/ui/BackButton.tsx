import { useRouter } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { t } from '../language/words.ts'

/** Back to where the visitor came from; to the page above, when they came straight here. */
export function BackButton({ above }: { above: '/explore' | '/messages' | '/settings' | '/mod' }) {
  const router = useRouter()
  const goBack = () => {
    if (router.history.canGoBack()) router.history.back()
    else void router.navigate({ to: above })
  }
  return (
    <button type="button" className="icon-btn back -ms-3" aria-label={t('Back')} onClick={goBack}>
      <ArrowLeft size={20} aria-hidden="true" className="rtl:-scale-x-100" />
    </button>
  )
}
