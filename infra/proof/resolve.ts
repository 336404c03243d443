import type { Template } from '../templates-in-test.ts'
import { attributeOf, type Place, referenceOf } from './made-names.ts'

interface Scope {
  templates: Readonly<Record<string, Template>>
  stack: string
  account: string
  region: string
}

type Call = Record<string, unknown>

/** Puts values in place of CloudFormation's functions. What is only known on AWS gets a name of its own. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((one) => resolve(one, scope))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [name = '', argument] = entries[0] ?? []
  if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) return call(name, argument, scope)
  return Object.fromEntries(entries.map(([key, one]) => [key, resolve(one, scope)]))
}

function call(name: string, argument: unknown, scope: Scope): unknown {
  const functions: Record<string, () => unknown> = {
    Ref: () => refer(argument as string, scope),
    'Fn::GetAtt': () => attribute(argument as [string, string], scope),
    'Fn::GetStackOutput': () => output(argument as Call, scope),
    'Fn::ImportValue': () => exported(argument as string, scope),
    'Fn::Join': () => {
      const [separator, parts] = resolve(argument, scope) as [string, string[]]
      return parts.join(separator)
    },
    'Fn::Split': () => {
      const [separator, text] = resolve(argument, scope) as [string, string]
      return text.split(separator)
    },
    'Fn::Select': () => {
      const [index, list] = resolve(argument, scope) as [number, unknown[]]
      return list[index]
    },
  }
  const run = functions[name]
  if (!run) throw new Error(`${scope.stack} uses ${name}, which the proof does not know.`)
  return run()
}

function refer(id: string, scope: Scope): unknown {
  const { account, region, stack, templates } = scope
  const pseudo: Record<string, unknown> = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack,
    'AWS::NoValue': undefined,
  }
  if (id in pseudo) return pseudo[id]
  const parameter = templates[stack]?.Parameters?.[id]
  return parameter ? parameter.Default : referenceOf(placeOf(id, scope))
}

const attribute = ([id, name]: [string, string], scope: Scope) => attributeOf(placeOf(id, scope), name)

function placeOf(id: string, scope: Scope): Place {
  const resource = scope.templates[scope.stack]?.Resources[id]
  if (!resource) throw new Error(`${scope.stack} refers to ${id}, which is not in it.`)
  const { Type: type, Properties = {} } = resource
  return { ...scope, id, type, named: (property) => resolve(Properties[property], scope) }
}

function exported(name: string, scope: Scope): unknown {
  const [stack = ''] = name.split(':')
  const outputs = Object.values(scope.templates[stack]?.Outputs ?? {})
  const found = outputs.find(({ Export }) => Export?.Name === name)
  if (!found) throw new Error(`${scope.stack} imports ${name}, which nobody exports.`)
  return resolve(found.Value, { ...scope, stack })
}

function output({ StackName, OutputName, Region }: Call, scope: Scope): unknown {
  const stack = StackName as string
  const found = scope.templates[stack]?.Outputs?.[OutputName as string]
  if (!found) throw new Error(`${scope.stack} asks ${stack} for ${OutputName}, which it does not tell.`)
  return resolve(found.Value, { ...scope, stack, region: resolve(Region, scope) as string })
}
