import type { Message } from '@mayfly/contract/messages'
import { Copy, Ellipsis, Flag, Trash2 } from 'lucide-react'
import { t } from '../language/words.ts'
import { deleteSoon } from '../leaving.ts'
import { report } from '../reporting.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { toast } from '../ui/toast-store.ts'
import { refreshCounts } from './conversation-cache.ts'
import { forgetMessage } from './message-cache.ts'

interface Props {
  message: Message
  conversationId: string
  /** Whose it is; undefined for an own one, and when they have left. */
  handle: string | undefined
  isOwn: boolean
}

/** What can be done with a message. */
export function MessageMenu({ message, conversationId, handle, isOwn }: Props) {
  const items: MenuItem[] = [
    {
      label: t('Copy text'),
      icon: <Copy size={18} aria-hidden="true" />,
      onSelect: () => void copy(message.body),
    },
  ]
  if (isOwn)
    items.push({
      label: t('Delete for everybody'),
      icon: <Trash2 size={18} aria-hidden="true" />,
      isDangerous: true,
      onSelect: () => deleteMessage(conversationId, message.id),
    })
  else if (handle !== undefined)
    items.push({
      label: t('Report'),
      icon: <Flag size={18} aria-hidden="true" />,
      isDangerous: true,
      onSelect: () => report({ kind: 'message', conversationId, id: message.id, handle }),
    })
  return (
    <div className="message-menu">
      <Menu label={t('Message options')} items={items} side="above" rootClass="static">
        <Ellipsis size={18} aria-hidden="true" />
      </Menu>
    </div>
  )
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast(t('Text copied.'))
  } catch {
    toast(t('The browser does not let Mayfly copy here. Mark the text and copy it.'))
  }
}

function deleteMessage(conversationId: string, messageId: string): void {
  deleteSoon({
    id: messageId,
    what: 'Message',
    send: (client) => client.deleteMessage({ id: conversationId, messageId }),
    forget: () => {
      forgetMessage(conversationId, messageId)
      refreshCounts()
    },
  })
}
