import { Mailbox } from 'lucide-react'
import { config } from '../config.ts'
import { rich } from '../language/rich.tsx'

/** Where a local Mayfly's e-mails are read; nothing where real ones are sent. */
export function MailboxLink() {
  if (!config.mailboxUrl) return null
  return (
    <p className="mailbox-link">
      <Mailbox size={20} aria-hidden="true" className="text-ember-ink" />
      <span>
        {rich('This Mayfly runs on one machine and mails nobody. <link>Open the local mailbox</link>', {
          link: (words) => (
            <a href={config.mailboxUrl} target="_blank" rel="noopener" className="link">
              {words}
            </a>
          ),
        })}
      </span>
    </p>
  )
}
