import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { signOut, signOutEverywhere } from '../session/sign-out.ts'
import { useSession } from '../session/use-session.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { SettingsBody } from './SettingsBody.tsx'

/** Who is signed in, and the ways out. */
export function AccountPage() {
  const { me } = useSession()
  const [isAsking, setIsAsking] = useState(false)
  const leave = (way: () => Promise<void>) => void way().catch((error: unknown) => toast(sentenceFor(error)))
  return (
    <SettingsBody>
      {me && (
        <Link to="/@{$handle}" params={{ handle: me.handle }} className="flex items-center gap-3">
          <Avatar person={me} />
          <span className="min-w-0">
            <span className="block truncate font-semibold">{me.displayName}</span>
            <span className="block truncate text-sm text-ink2">@{me.handle}</span>
          </span>
        </Link>
      )}
      <div className="flex flex-wrap gap-3">
        <button type="button" className="btn ghost" onClick={() => leave(signOut)}>
          Sign out
        </button>
        <button type="button" className="btn danger whitespace-normal" onClick={() => setIsAsking(true)}>
          Sign out everywhere
        </button>
      </div>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        labelledBy="everywhere-title"
        className="w-[min(26rem,94vw)]"
      >
        <div className="p-6">
          <h2 id="everywhere-title" className="text-xl font-bold">
            Sign out everywhere?
          </h2>
          <p className="mt-2 text-ink2">
            Every device where you are signed in has to sign in again, this one included. An open page
            elsewhere can go on for up to 15 minutes.
          </p>
          <div className="mt-5 flex flex-wrap justify-end gap-3">
            <button type="button" className="btn ghost" data-autofocus onClick={() => setIsAsking(false)}>
              Stay signed in
            </button>
            <button
              type="button"
              className="btn danger whitespace-normal"
              onClick={() => leave(signOutEverywhere)}
            >
              Sign out everywhere
            </button>
          </div>
        </div>
      </Dialog>
    </SettingsBody>
  )
}
