import type { Message } from '@mayfly/contract/messages'
import { Copy, Ellipsis, Trash2 } from 'lucide-react'
import { deleteSoon } from '../leaving.ts'
import { Menu } from '../ui/Menu.tsx'
import { toast } from '../ui/toast-store.ts'
import { refreshCounts } from './conversation-cache.ts'
import { forgetMessage } from './message-cache.ts'

interface Props {
  message: Message
  conversationId: string
}

/** What can be done with an own message. */
export function MessageMenu({ message, conversationId }: Props) {
  const items = [
    {
      label: 'Copy text',
      icon: <Copy size={18} aria-hidden="true" />,
      onSelect: () => void copy(message.body),
    },
    {
      label: 'Delete for everybody',
      icon: <Trash2 size={18} aria-hidden="true" />,
      isDangerous: true,
      onSelect: () => deleteMessage(conversationId, message.id),
    },
  ]
  return (
    <div className="message-menu">
      <Menu label="Message options" items={items} side="above" rootClass="static">
        <Ellipsis size={18} aria-hidden="true" />
      </Menu>
    </div>
  )
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast('Text copied.')
  } catch {
    toast('The browser does not let Mayfly copy here. Mark the text and copy it.')
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
