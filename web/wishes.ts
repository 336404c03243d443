import { t } from './language/words.ts'
import { sentenceFor } from './ui/sentence-for.ts'
import { toast } from './ui/toast-store.ts'

/** Something that is so or is not, as one presses it: a like, a follow. */
export interface Wish<Answer> {
  /** What is set, by the same name wherever it can be pressed. */
  key: string
  isSet: boolean
  /** Shows it as it shall be, or as it is after all. */
  show: (isSet: boolean) => void
  send: (isSet: boolean) => Promise<Answer>
  /** The server did it, and nothing else is wished by now. */
  onDone?: (answer: Answer, isSet: boolean) => void
  /** What is said when the server does not do it: `Not liked`. */
  refusal: (wasWanted: boolean) => string
}

interface Open {
  wanted: boolean
  /** What the server has said last. */
  confirmed: boolean
}

const open = new Map<string, Open>()
const settled = new Map<string, { isSet: boolean; number: number }>()
let settledCount = 0

/**
 * Sets something as it is wanted: shown at once, taken back when the server says no. Each press says what is wanted;
 * presses for the same thing wait for each other, and only the last one counts. One failure is one toast.
 */
export async function wish<Answer>(given: Wish<Answer>, wanted: boolean): Promise<void> {
  const { key, isSet, show, send, onDone, refusal } = given
  show(wanted)
  const known = open.get(key)
  if (known) {
    known.wanted = wanted
    return
  }
  const state: Open = { wanted, confirmed: isSet }
  open.set(key, state)
  try {
    do {
      const sent = state.wanted
      const answer = await send(sent).catch(toFailure)
      const isNewest = state.wanted === sent
      if (!(answer instanceof Failure)) {
        state.confirmed = sent
        if (isNewest) onDone?.(answer, sent)
      } else if (isNewest) {
        state.wanted = state.confirmed
        show(state.confirmed)
        toast(t('{what}. {why}', { what: refusal(sent), why: sentenceFor(answer.error) }))
      }
    } while (state.wanted !== state.confirmed)
  } finally {
    open.delete(key)
    settledCount += 1
    settled.set(key, { isSet: state.confirmed, number: settledCount })
  }
}

class Failure {
  readonly error: unknown
  constructor(error: unknown) {
    this.error = error
  }
}

const toFailure = (error: unknown) => new Failure(error)

/** Where the wishes stand now: what a read that begins now brings home does not know of those that settle later. */
export const wishesSoFar = () => settledCount

/**
 * What is wished, or has been settled since a read began: it is newer than what the read tells.
 * @param since `wishesSoFar` when the read began
 */
export function newerWish(key: string, since: number): boolean | undefined {
  const state = open.get(key)
  if (state) return state.wanted
  const last = settled.get(key)
  return last && last.number > since ? last.isSet : undefined
}
