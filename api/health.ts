import { openApi } from '@mayfly/contract/openapi'
import type { Operation } from './operation.ts'
import { renderReference } from './reference.ts'

export const showHealth: Operation<'showHealth'> = async () => ({ status: 'ok' })

export const showReadiness: Operation<'showReadiness'> = async (_, { stores }) => {
  await stores.ping()
  return { status: 'ok' }
}

export const showOpenApi: Operation<'showOpenApi'> = async () => openApi

export const showReference: Operation<'showReference'> = async () => renderReference(openApi)
