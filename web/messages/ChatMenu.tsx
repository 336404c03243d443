import type { Conversation } from '@mayfly/contract/messages'
import { Ban, Ellipsis, Hourglass, LogOut, Trash2, Users } from 'lucide-react'
import { useState } from 'react'
import { t } from '../language/words.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { LifetimeDialog } from './LifetimeDialog.tsx'
import { othersIn } from './names.ts'
import { PeopleDialog } from './PeopleDialog.tsx'
import { useBlocking } from './use-blocking.ts'

interface Props {
  conversation: Conversation
  myId: string
}

/** What can be done with a conversation. */
export function ChatMenu({ conversation, myId }: Props) {
  const [opened, setOpened] = useState<'people' | 'lifetime' | 'leave'>()
  const block = useBlocking()
  const { isGroup } = conversation
  const [other] = othersIn(conversation, myId)
  const close = () => setOpened(undefined)
  const items: MenuItem[] = [
    {
      label: t('People in it'),
      icon: <Users size={18} aria-hidden="true" />,
      onSelect: () => setOpened('people'),
    },
    {
      label: t('How long messages live'),
      icon: <Hourglass size={18} aria-hidden="true" />,
      onSelect: () => setOpened('lifetime'),
    },
    {
      label: isGroup ? t('Leave the group') : t('Empty it for you'),
      icon: isGroup ? <LogOut size={18} aria-hidden="true" /> : <Trash2 size={18} aria-hidden="true" />,
      isDangerous: true,
      onSelect: () => setOpened('leave'),
    },
  ]
  if (!isGroup && other)
    items.push({
      label: t('Block {handle}', { handle: `@${other.handle}` }),
      icon: <Ban size={18} aria-hidden="true" />,
      isDangerous: true,
      onSelect: () => block(other.handle),
    })
  return (
    <>
      <Menu label={t('Conversation options')} items={items}>
        <Ellipsis size={20} aria-hidden="true" />
      </Menu>
      {opened === 'people' && <PeopleDialog conversation={conversation} myId={myId} close={close} />}
      {opened === 'lifetime' && <LifetimeDialog conversation={conversation} close={close} />}
      {opened === 'leave' && <LeaveDialog conversation={conversation} close={close} />}
    </>
  )
}
