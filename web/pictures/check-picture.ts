import { limits } from '@mayfly/contract/limits'
import { pictureRoutes } from '@mayfly/contract/pictures'
import { say } from '../language/say.ts'
import { t } from '../language/words.ts'

interface PickedFile {
  name: string
  type: string
  size: number
}

export const heicSentence = () =>
  t(
    'This photo is in the HEIC format, which this browser can\'t read. Please send it as a JPEG: on an iPhone, choose "Most Compatible" under Settings, Camera, Formats, or share the photo as a JPEG.',
  )

/** So large a file is not even opened to make it smaller. */
const MOST_BYTES_TO_OPEN = 20 * limits.uploadBytes

/** How a picked file is to be treated; a sentence when it can't be taken. */
export type Verdict = { take: 'as-is' | 'smaller' | 'converted' } | { problem: string }

/** Judges a file by what is known without opening it, with the words of the contract. */
export function judgeFile(file: PickedFile): Verdict {
  if (isHeic(file) && file.size > 0 && file.size <= MOST_BYTES_TO_OPEN) return { take: 'converted' }
  const problem = problemWith(file.type, file.size)
  if (problem === undefined) return { take: 'as-is' }
  const isTooLargeAlone = problemWith(file.type, limits.uploadBytes) === undefined && file.size > 0
  // Made smaller, what moves would stand still.
  const canShrink = isTooLargeAlone && file.type !== 'image/gif' && file.size <= MOST_BYTES_TO_OPEN
  return canShrink ? { take: 'smaller' } : { problem }
}

export function isHeic({ name, type }: PickedFile): boolean {
  return /^image\/hei[cf]/.test(type) || (type === '' && /\.hei[cf]$/i.test(name))
}

function problemWith(type: string, bytes: number): string | undefined {
  const answer = pictureRoutes.startUpload.input.safeParse({ kind: 'photo', type, bytes })
  const [issue] = answer.error?.issues ?? []
  return issue && say(issue.message)
}
