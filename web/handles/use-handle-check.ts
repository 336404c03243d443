import { Handle } from '@mayfly/contract/handles'
import { useEffect, useState } from 'react'
import { say } from '../language/say.ts'
import { t } from '../language/words.ts'
import { useRead } from '../use-api.ts'

const PAUSE_MS = 300

interface HandleCheck {
  state: 'none' | 'checking' | 'available' | 'refused'
  reason?: string | undefined
}

/** Asks the server whether the handle can be had, when the typing pauses. */
export function useHandleCheck(typed: string): HandleCheck {
  const [handle, setHandle] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setHandle(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])

  const parsed = Handle.safeParse(handle)
  const answer = useRead(
    'checkHandle',
    { handle: parsed.data ?? '' },
    { enabled: parsed.success, retry: false },
  )

  if (typed === '' || handle === '') return { state: 'none' }
  if (typed !== handle) return { state: 'checking' }
  if (!parsed.success) return refused(parsed.error.issues[0]?.message)
  // When the check itself fails, the form goes on without it: the server looks again anyway.
  if (answer.isError) return { state: 'none' }
  if (!answer.data) return { state: 'checking' }
  if (answer.data.isAvailable) return { state: 'available' }
  return refused(answer.data.reason)
}

const refused = (reason: string | null | undefined): HandleCheck => ({
  state: 'refused',
  reason: reason ? say(reason) : t('This handle is taken.'),
})
