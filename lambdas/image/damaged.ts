import { Refusal } from '@mayfly/contract/refusal'

/** What a failed decoding is to the picture's owner: a timeout is the decoder's word for work without end. */
export function damaged(error?: unknown): never {
  const isSlow = error instanceof Error && error.message.includes('timeout')
  throw new Refusal(
    'invalid',
    isSlow
      ? 'This picture takes too long to read. Please save it anew, as a JPEG for example, and send it again.'
      : 'This picture is damaged or incomplete. Please check that it opens on your device, and send it again.',
  )
}
