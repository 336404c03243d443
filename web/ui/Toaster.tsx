import { X } from 'lucide-react'
import { t } from '../language/words.ts'
import { useToasts } from './toast-store.ts'

/** Where toasts appear. The list is a live region, so what is said in it is read aloud once. */
export function Toaster() {
  const toasts = useToasts((state) => state.toasts)
  const dismiss = useToasts((state) => state.dismiss)
  return (
    <div role="status" className="toaster">
      {toasts.map(({ id, text, action }) => (
        <div key={id} className="toast">
          <p className="grow">{text}</p>
          {action && (
            <button
              type="button"
              className="toast-action"
              onClick={() => {
                dismiss(id)
                action.run()
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" className="toast-close" aria-label={t('Close')} onClick={() => dismiss(id)}>
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  )
}
