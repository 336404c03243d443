import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'

export interface Statement {
  Effect: 'Allow' | 'Deny'
  Action: string | string[]
  Resource: string | string[]
  Condition?: Record<string, Record<string, string | string[]>>
}

interface Policy {
  PolicyDocument: { Statement: Statement[] }
  Roles: string[]
}

interface Role {
  AssumeRolePolicyDocument: { Statement: { Action: string; Principal: object; Condition?: object }[] }
  ManagedPolicyArns?: string[]
  Policies?: unknown[]
}

interface RoleHolder {
  FunctionName?: string
  Family?: string
  Name?: string | { Ref: string }
  Role?: string
  TaskRoleArn?: string
  ExecutionRoleArn?: string
  ServiceRole?: string
  RoleArn?: string
  DeliverLogsPermissionArn?: string
}

const holders: [type: string, service: string][] = [
  ['AWS::Lambda::Function', 'lambda'],
  ['AWS::ECS::TaskDefinition', 'ecs-tasks'],
  ['AWS::CodeBuild::Project', 'codebuild'],
  ['AWS::CodePipeline::Pipeline', 'codepipeline'],
  ['AWS::EC2::FlowLog', 'vpc-flow-logs'],
]

/** Which process holds which role: its name, the role's ARN, the service that may take the role on. */
function holdersIn(
  templates: Templates,
  settings: Settings,
): [process: string, role: string, service: string][] {
  return holders.flatMap(([type, service]) =>
    deployed<RoleHolder>(templates, settings, type).flatMap(({ properties }) => {
      const { FunctionName, Family, Name, Role, TaskRoleArn, ExecutionRoleArn } = properties
      const name = `${FunctionName ?? Family ?? Name ?? 'flow log'}`.replace('mayfly-', '')
      const held: [string, string | undefined][] = [
        [name, Role ?? TaskRoleArn ?? properties.DeliverLogsPermissionArn],
        [`start of ${name}`, ExecutionRoleArn],
        [`step ${name}`, properties.ServiceRole],
        ['pipeline', properties.RoleArn],
      ]
      return held.flatMap(([process, role]) =>
        role === undefined ? [] : [[process, role, service] as [string, string, string]],
      )
    }),
  )
}

/** What each process may do: the statements of its role, with every reference resolved. */
export function grantedTo(templates: Templates, settings: Settings): Map<string, Statement[]> {
  const policies = deployed<Policy>(templates, settings, 'AWS::IAM::Policy')
  return new Map(
    holdersIn(templates, settings).map(([process, role]) => {
      const own = policies.filter(({ properties }) =>
        properties.Roles.some((name) => role.endsWith(`/${name}`)),
      )
      return [process, own.flatMap(({ properties }) => properties.PolicyDocument.Statement)]
    }),
  )
}

/** One line for each action on each resource. */
export function linesOf(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ Effect, Action, Resource, Condition }) =>
    [Action].flat().flatMap((action) =>
      [Resource].flat().map((resource) => {
        const when = Condition ? ` when ${JSON.stringify(Condition)}` : ''
        return `${Effect === 'Deny' ? 'not ' : ''}${action} on ${resource}${when}`
      }),
    ),
  )
}

/** Whether each role is held by one process, taken on by its service alone, and has no rights from elsewhere. */
export function roleProblems(templates: Templates, settings: Settings): string[] {
  const held = holdersIn(templates, settings)
  return deployed<Role>(templates, settings, 'AWS::IAM::Role').flatMap(({ place, properties }) => {
    const mine = held.filter(([, role]) => role.endsWith(`/${place}`))
    const [first] = mine
    if (!first || mine.length > 1) return [`${place} is held by ${mine.length} processes instead of one.`]
    const [process, , service] = first
    const trust = JSON.stringify(
      properties.AssumeRolePolicyDocument.Statement.map(({ Action, Principal }) => [Action, Principal]),
    )
    const isTrusted = trust === JSON.stringify([['sts:AssumeRole', { Service: `${service}.amazonaws.com` }]])
    return [
      ...(isTrusted ? [] : [`The role of ${process} may be taken on by ${trust}.`]),
      ...(properties.ManagedPolicyArns ?? []).map(
        (arn) => `The role of ${process} has the rights of ${arn}.`,
      ),
      ...(properties.Policies ?? []).map(
        () => `The role of ${process} has rights in itself, unseen by the proof.`,
      ),
    ]
  })
}
