import type { Session } from '@mayfly/contract/sessions'

/** What tabs of this site tell each other. It goes through memory alone; nothing is stored. */
export type TabMessage = { kind: 'signed-in'; session: Session } | { kind: 'signed-out' }

const channel = new BroadcastChannel('mayfly-session')

export function tellTabs(message: TabMessage): void {
  channel.postMessage(message)
}

export function onTabMessage(listener: (message: TabMessage) => void): void {
  channel.addEventListener('message', (event: MessageEvent<TabMessage>) => listener(event.data))
}
