import type { Conversation } from '@mayfly/contract/messages'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NameAndHandle } from '../ui/NameAndHandle.tsx'

interface Props {
  conversation: Conversation
  myId: string
  close: () => void
}

/** Who is in a conversation. */
export function PeopleDialog({ conversation, myId, close }: Props) {
  return (
    <Dialog isOpen onClose={close} labelledBy="people-title" className="w-[min(26rem,92vw)]">
      <div className="p-5">
        <header className="mb-2 flex items-center justify-between">
          <h2 id="people-title" className="text-xl font-bold">
            {t('People in it')}
          </h2>
          <button type="button" className="icon-btn -me-2" aria-label={t('Close')} onClick={close}>
            <X size={20} aria-hidden="true" />
          </button>
        </header>
        <ul>
          {conversation.members.map((member) => (
            <li key={member.id}>
              <Link to="/@{$handle}" params={{ handle: member.handle }} className="person" onClick={close}>
                <Avatar person={member} size={40} />
                <span className="min-w-0">
                  <NameAndHandle
                    person={member}
                    name={
                      member.id === myId
                        ? t('{name} (you)', { name: member.displayName })
                        : member.displayName
                    }
                  />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
