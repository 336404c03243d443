import type { Arguments } from '@mayfly/contract/route'
import type { Routes } from '@mayfly/contract/routes'
import { api } from '../api.ts'
import { server } from '../server.ts'
import { leave } from './begin.ts'
import { noteFarewell } from './farewell.ts'
import { endSession } from './state.ts'
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

/** Gives up the account, and signs out with it. The page is led to the goodbye. */
export async function deleteAccount(input: Arguments<Routes['deleteAccount']>): Promise<void> {
  const { deletesAt } = await api.deleteAccount(input)
  noteFarewell(Date.parse(deletesAt))
  tellTabs({ kind: 'signed-out' })
  endSession(false)
}
