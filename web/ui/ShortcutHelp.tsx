import { X } from 'lucide-react'
import { t } from '../language/words.ts'
import { Dialog } from './Dialog.tsx'
import { preference } from './preferences.ts'
import { useShortcutHelp } from './shortcut-help.ts'
import { shortcuts } from './shortcuts.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The list of keyboard shortcuts. */
export function ShortcutHelp() {
  const { isOpen, close } = useShortcutHelp()
  return (
    <Dialog isOpen={isOpen} onClose={close} labelledBy="shortcuts-title" className="w-[min(30rem,94vw)]">
      <div className="p-5">
        <header className="mb-3 flex items-center justify-between">
          <h2 id="shortcuts-title" className="text-xl font-bold">
            {t('Keyboard shortcuts')}
          </h2>
          <button
            type="button"
            className="icon-btn -me-2"
            aria-label={t('Close')}
            data-autofocus
            onClick={close}
          >
            <X size={20} aria-hidden="true" />
          </button>
        </header>
        <dl className="divide-y divide-line">
          {shortcuts.map(({ keys, does }) => (
            <div key={keys} className="flex min-h-10 items-center justify-between gap-4">
              <dt>{t(does)}</dt>
              <dd dir="ltr" className="flex gap-1">
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-sm text-ink2">
          {preference('shortcuts') === 'off'
            ? t('They are switched off now. Settings switches them on.')
            : t('They rest while you type. Settings switches them off.')}
        </p>
      </div>
    </Dialog>
  )
}
