import type { Settings } from '../settings-schema.ts'
import { actionsBehind, unknownCommands } from './calls-in-code.ts'
import { filesOf } from './code-blocks.ts'
import { arnOf, byCode, declaredRights, type Process } from './declared-rights.ts'
import { deliveryRights } from './delivery-rights.ts'
import { differences } from './differences.ts'
import { linesOf, type Statement } from './granted.ts'
import { isAllowed } from './simulate.ts'

type Granted = ReadonlyMap<string, readonly Statement[]>

const entryOf = (process: string) => (process === 'backend' ? 'api/main.ts' : `lambdas/${process}.ts`)

/** Whether the table says of each process what its code calls: no more, and no less. */
export function codeProblems(table: typeof byCode = byCode, files = filesOf('storage')): string[] {
  const problems = Object.entries(table).flatMap(([process, rights]) =>
    differences(
      `The table of ${process}`,
      actionsBehind(entryOf(process), files).map((action) => `${action}, which its code calls`),
      [...new Set(rights.map(([action]) => action))].map((action) => `${action}, which its code calls`),
    ),
  )
  return [...unknownCommands(files), ...problems]
}

/** Whether IAM lets each process do what its code calls. */
export async function callProblems(granted: Granted, settings: Settings): Promise<string[]> {
  const asked = (Object.keys(byCode) as Process[]).flatMap((process) =>
    byCode[process].flatMap(([action, ...resources]) =>
      resources.map((resource) => ({ process, action, resource })),
    ),
  )
  const answers = await Promise.all(
    asked.map(async ({ process, action, resource }) => {
      const target = arnOf(resource, settings).replace('*', resource === 'index' ? 'inbox' : 'x')
      const may = await isAllowed(process, action, target, granted.get(process) ?? [], settings)
      return may ? [] : [`${process} calls ${action} on ${resource}, and may not.`]
    }),
  )
  return answers.flat()
}

/** Whether every role's rights are those of the tables, and nothing beyond. */
export function grantProblems(granted: Granted, settings: Settings): string[] {
  const declared = new Map<string, string[]>([...declaredRights(settings), ...deliveryRights(settings)])
  return [...new Set([...declared.keys(), ...granted.keys()])].flatMap((process) =>
    differences(process, declared.get(process) ?? [], linesOf(granted.get(process) ?? []), 'may'),
  )
}

/** The actions that know no resource, so that a star is all that can be said. */
const knowNoResource = [
  /^ec2:(Create|Delete|Describe)NetworkInterfaces?$/,
  /^ec2:(Assign|Unassign)PrivateIpAddresses$/,
  'ec2:DescribeSubnets',
  'dynamodb:ListStreams',
  'ecr:GetAuthorizationToken',
]

/** Who may do something to everything, although the action knows resources. */
export function starProblems(granted: Granted): string[] {
  return [...granted].flatMap(([process, statements]) =>
    linesOf(statements)
      .filter((line) => line.includes(' on *'))
      .map((line) => line.slice(0, line.indexOf(' on *')))
      .filter(
        (action) => !knowNoResource.some((known) => known === action || (known as RegExp).test?.(action)),
      )
      .map((action) => `${process} may ${action} on everything.`),
  )
}
