import { type ReactNode, useId } from 'react'
import { t } from '../language/words.ts'
import { Dialog } from './Dialog.tsx'

interface Props {
  title: string
  /** What will happen, in clear words. */
  children: ReactNode
  /** What the button that does it says. */
  deed: string
  isUnderWay?: boolean
  confirm: () => void
  close: () => void
}

/** Asks before something that can't be undone. The safe answer has the focus. */
export function ConfirmDialog({ title, children, deed, isUnderWay = false, confirm, close }: Props) {
  const id = useId()
  return (
    <Dialog isOpen onClose={close} labelledBy={id} className="w-[min(26rem,92vw)]">
      <div className="grid gap-3 p-5">
        <h2 id={id} className="text-xl font-bold">
          {title}
        </h2>
        <div className="text-ink2">{children}</div>
        <p className="mt-2 flex flex-wrap justify-end gap-3">
          <button type="button" className="btn ghost" data-autofocus="" onClick={close}>
            {t('Cancel')}
          </button>
          <button type="button" className="btn danger" aria-disabled={isUnderWay} onClick={confirm}>
            {deed}
          </button>
        </p>
      </div>
    </Dialog>
  )
}
