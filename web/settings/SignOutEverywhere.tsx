import { useState } from 'react'
import { signOutEverywhere } from '../session/sign-out.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'

/** Signs out on every device, once that is meant. */
export function SignOutEverywhere() {
  const [isAsking, setIsAsking] = useState(false)
  const [isUnderWay, setIsUnderWay] = useState(false)
  const leave = async () => {
    if (isUnderWay) return
    setIsUnderWay(true)
    await signOutEverywhere().catch((error: unknown) => toast(sentenceFor(error)))
    setIsUnderWay(false)
  }
  return (
    <p>
      <button type="button" className="btn danger whitespace-normal" onClick={() => setIsAsking(true)}>
        Sign out everywhere
      </button>
      {isAsking && (
        <ConfirmDialog
          title="Sign out everywhere?"
          deed="Sign out everywhere"
          isUnderWay={isUnderWay}
          confirm={() => void leave()}
          close={() => setIsAsking(false)}
        >
          Every device where you are signed in has to sign in again, this one included.
        </ConfirmDialog>
      )}
    </p>
  )
}
