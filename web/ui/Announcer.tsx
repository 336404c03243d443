import { useAnnouncement } from './announce.ts'

export function Announcer() {
  const { text, count } = useAnnouncement()
  return (
    <div aria-live="polite" className="sr-only">
      <p key={count}>{text}</p>
    </div>
  )
}
