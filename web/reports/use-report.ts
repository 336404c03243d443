import { limits } from '@mayfly/contract/limits'
import { type ReportReason, reportForm } from '@mayfly/contract/reports'
import { countGraphemes } from '@mayfly/contract/text'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api.ts'
import { say } from '../language/say.ts'
import { t } from '../language/words.ts'
import type { Reported } from '../reporting.ts'
import { block } from '../ties/block.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { useWait } from '../ui/use-wait.ts'
import { queryClient, readKey } from '../use-api.ts'

/** A report as it is written, and how it goes out. What is written stays until it has. */
export function useReport(target: Reported, close: () => void) {
  const [reason, setReason] = useState<ReportReason>()
  const [words, setWords] = useState('')
  const [isBlocking, setIsBlocking] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const { wait, isOver, waitFor } = useWait()
  const router = useRouter()
  const problem = reportForm.words.safeParse(words).error?.issues[0]?.message
  const canSend = problem === undefined && !isSending && wait === 0

  const send = async () => {
    if (!canSend) return
    if (reason === undefined) {
      setFailure(t('Please choose a reason.'))
      return
    }
    setIsSending(true)
    setFailure(undefined)
    try {
      await sendReport(target, { reason, words })
      if (isBlocking) {
        // Nothing is left of a conversation with somebody who is blocked.
        if (isInPair(router.state.location)) await router.navigate({ to: '/messages' })
        await block(target.handle)
      }
      void queryClient.invalidateQueries({ queryKey: readKey('listReports') })
      toast(t('Thank you. Moderators will look at it, and tell you what they decide.'))
      close()
    } catch (error) {
      setFailure(sentenceFor(error))
      waitFor(error)
    } finally {
      setIsSending(false)
    }
  }
  return {
    reason,
    choose: (next: ReportReason) => {
      setReason(next)
      setFailure(undefined)
    },
    words,
    setWords,
    room: limits.reportWordsGraphemes - countGraphemes(words.trim()),
    isBlocking,
    setIsBlocking,
    problem: problem ? say(problem) : isOver ? undefined : failure,
    isSending,
    canSend,
    wait,
    send,
  }
}

const sendReport = (target: Reported, form: { reason: ReportReason; words: string }) => {
  if (target.kind === 'post') return api.reportPost({ id: target.id, ...form })
  if (target.kind === 'person') return api.reportPerson({ handle: target.handle, ...form })
  return api.reportMessage({ id: target.conversationId, messageId: target.id, ...form })
}

const isInPair = ({ pathname }: { pathname: string }) => pathname.startsWith('/messages/@')
