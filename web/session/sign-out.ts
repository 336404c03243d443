import { api } from '../api.ts'
import { server } from '../server.ts'
import { leave } from './begin.ts'
import { tellTabs } from './tabs.ts'

/** Signs out this browser with all its tabs. Throws when the server can't be reached: the cookie is still there then. */
export async function signOut(): Promise<void> {
  await server.signOut({})
  tellTabs({ kind: 'signed-out' })
  leave()
}

/** Signs out on every device, this one included. */
export async function signOutEverywhere(): Promise<void> {
  await api.signOutEverywhere({})
  await signOut()
}
