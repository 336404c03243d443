import type { SignedInPlace } from '@mayfly/contract/account'
import { Monitor, Smartphone } from 'lucide-react'
import { fullMoment, pastMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey } from '../use-api.ts'
import { useWrite } from '../use-write.ts'
import { deviceWords } from './device-words.ts'

/** A place where one is signed in, with a way to end that, unless it is this one. */
export function PlaceRow({ place }: { place: SignedInPlace }) {
  const { id, beganAt, lastUsedAt, isThis } = place
  const device = deviceWords(place.device)
  const end = useWrite('endSession', {
    onSuccess: () => toast(t('Signed out: {device}.', { device })),
    onError: (error) => toast(t('Still signed in there. {why}', { why: sentenceFor(error) })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: readKey('listSessions') }),
  })
  const Icon = /iPhone|iPad|Android/.test(place.device) ? Smartphone : Monitor
  return (
    <li className="flex items-center gap-4 p-4">
      <Icon size={24} aria-hidden="true" className="shrink-0 text-ink2" />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{device}</span>
        <span className="block text-sm text-ink2">
          {isThis
            ? rich('Since {began} · here, now', { began: <Moment time={beganAt} /> })
            : rich('Since {began} · last used {used}', {
                began: <Moment time={beganAt} />,
                used: <Moment time={lastUsedAt} />,
              })}
        </span>
      </span>
      {isThis ? (
        <span className="rounded-full bg-sunken px-3 py-1 text-sm font-semibold">{t('This one')}</span>
      ) : (
        <button
          type="button"
          className="btn ghost sm"
          aria-label={t('Sign out {device}, last used {moment}', {
            device,
            moment: fullMoment(Date.parse(lastUsedAt)),
          })}
          aria-disabled={end.isPending}
          onClick={() => !end.isPending && end.mutate({ id })}
        >
          {t('Sign out')}
        </button>
      )}
    </li>
  )
}

function Moment({ time }: { time: string }) {
  const moment = Date.parse(time)
  return (
    <time dateTime={time} title={fullMoment(moment)}>
      {pastMoment(moment, serverNow())}
    </time>
  )
}
