import './reports.css'
import { limits } from '@mayfly/contract/limits'
import { reportReasonNames, reportReasons } from '@mayfly/contract/reports'
import { X } from 'lucide-react'
import { type FormEvent, useId } from 'react'
import { type Text, t } from '../language/words.ts'
import type { Reported } from '../reporting.ts'
import { CharacterRing } from '../ui/CharacterRing.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { waitWords } from '../ui/wait-words.ts'
import { useReport } from './use-report.ts'

interface Props {
  target: Reported
  close: () => void
}

const titles: Record<Reported['kind'], Text> = {
  post: 'Report this post',
  person: 'Report this person',
  message: 'Report this message',
}

const whatIsKept: Record<Reported['kind'], Text> = {
  post: 'Moderators get a copy of the post with its photos. They keep it for at most 30 days, also when it fades before, and let go of it at once when they find nothing wrong.',
  person: 'Moderators look at the profile as it is. Posts and messages are reported one by one.',
  message:
    'Moderators get a copy of this one message, and nothing else of the conversation. They keep it for at most 30 days, and let go of it at once when they find nothing wrong.',
}

/** Asks what is wrong, and says what happens then. */
export function ReportDialog({ target, close }: Props) {
  const id = useId()
  const report = useReport(target, close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void report.send()
  }
  return (
    <Dialog isOpen onClose={close} labelledBy={`${id}-title`} className="report">
      <form onSubmit={submit} noValidate>
        <header className="report-top">
          <h2 id={`${id}-title`} className="text-xl font-bold">
            {t(titles[target.kind])}
          </h2>
          <button type="button" className="icon-btn -me-2" aria-label={t('Close')} onClick={close}>
            <X size={20} aria-hidden="true" />
          </button>
        </header>
        <p className="text-note text-ink2">
          {t(whatIsKept[target.kind])} {t('Nobody learns that it was you.')}
        </p>
        <fieldset className="report-reasons">
          <legend className="mb-1 text-sm font-semibold">{t('What is wrong?')}</legend>
          {reportReasonNames.map((reason, index) => (
            <label key={reason} className="report-reason">
              <input
                type="radio"
                name={`${id}-reason`}
                value={reason}
                checked={report.reason === reason}
                onChange={() => report.choose(reason)}
                data-autofocus={index === 0 ? '' : undefined}
              />
              {t(reportReasons[reason])}
            </label>
          ))}
        </fieldset>
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-words`} className="text-sm font-semibold">
            {t('What helps to understand it, if you like')}
          </label>
          <textarea
            id={`${id}-words`}
            dir="auto"
            className="input report-words"
            rows={3}
            value={report.words}
            aria-describedby={`${id}-room`}
            onChange={(event) => report.setWords(event.target.value)}
          />
          <CharacterRing
            id={`${id}-room`}
            count={limits.reportWordsGraphemes - report.room}
            most={limits.reportWordsGraphemes}
          />
        </div>
        <label className="report-reason">
          <input
            type="checkbox"
            checked={report.isBlocking}
            onChange={(event) => report.setIsBlocking(event.target.checked)}
          />
          {t('Block {handle} as well: neither of you sees or reaches the other', {
            handle: `@${target.handle}`,
          })}
        </label>
        <FormProblem>{report.problem}</FormProblem>
        <p className="flex flex-wrap justify-end gap-3">
          <button type="button" className="btn ghost" onClick={close}>
            {t('Cancel')}
          </button>
          <button type="submit" className="btn" aria-disabled={!report.canSend}>
            {buttonWords(report)}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

function buttonWords({ wait, isSending }: { wait: number; isSending: boolean }): string {
  if (wait > 0) return waitWords(wait)
  return isSending ? t('One moment…') : t('Report')
}
