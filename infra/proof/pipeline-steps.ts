import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { linesOf, type Statement } from './granted.ts'

export const root = join(import.meta.dirname, '../..')

interface Project {
  Name: string
  Source: { BuildSpec: string }
  Environment: { EnvironmentVariables: { Name: string; Value: string }[] }
}

/** What a step of the pipeline runs: its own file, and with it the scripts of ours that it calls, or they. */
export interface Step {
  name: string
  text: string
  variables: string[]
}

const SCRIPT = /infra\/pipeline\/[\w-]+\.sh/g

/** Every step, as CodeBuild would run it. */
export const stepsOf = (templates: Templates, settings: Settings): Step[] =>
  deployed<Project>(templates, settings, 'AWS::CodeBuild::Project').map(({ properties }) => {
    const { Name, Source, Environment } = properties
    const own = readFileSync(join(root, Source.BuildSpec), 'utf8')
    return {
      name: Name.replace('mayfly-', ''),
      text: withScripts(own),
      variables: Environment.EnvironmentVariables.map((variable) => variable.Name),
    }
  })

function withScripts(own: string): string {
  const text = withoutComments(own)
  const called = [...text.matchAll(SCRIPT)].map(([file]) =>
    withScripts(readFileSync(join(root, file), 'utf8')),
  )
  return [text, ...called].join('\n')
}

const withoutComments = (text: string) => text.replace(/^\s*#.*$/gm, '')

/** Set by CodeBuild in every build. */
const ownVariable = /^(CODEBUILD_\w+|AWS_REGION|AWS_DEFAULT_REGION)$/

/** The variables that a step uses and nobody sets. */
export function variableProblems(steps: readonly Step[]): string[] {
  return steps.flatMap(({ name, text, variables }) => {
    const assigned = [...text.matchAll(/^\s*(?:- )?(\w+)=/gm)].map(([, variable = '']) => variable)
    const used = [...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, variable = '']) => variable)
    return [...new Set(used)]
      .filter((variable) => ![...variables, ...assigned].includes(variable) && !ownVariable.test(variable))
      .map((variable) => `The step ${name} uses ${variable}, which nobody sets.`)
  })
}

/** What each command asks IAM for. */
const actionsOf: Record<string, string> = {
  'aws cloudformation describe-stacks': 'cloudformation:DescribeStacks',
  'aws cloudfront create-invalidation': 'cloudfront:CreateInvalidation',
  'aws ecr describe-images': 'ecr:DescribeImages',
  'aws ecr get-login-password': 'ecr:GetAuthorizationToken',
  'aws ecs describe-services': 'ecs:DescribeServices',
  'aws ecs describe-tasks': 'ecs:DescribeTasks',
  'aws ecs run-task': 'ecs:RunTask',
  'aws ecs update-service': 'ecs:UpdateService',
  'aws ecs wait': 'ecs:DescribeTasks',
  'aws s3 cp': 's3:PutObject',
  'aws ssm get-parameter': 'ssm:GetParameter',
  'aws ssm put-parameter': 'ssm:PutParameter',
  'docker push': 'ecr:PutImage',
  'npx cdk deploy': 'sts:AssumeRole',
}

const COMMAND = /\baws \w+ [\w-]+|\bdocker push|\bnpx cdk \w+/g

/** The commands of a step that its role does not let through, or that the table does not know. */
export function commandProblems(
  steps: readonly Step[],
  granted: ReadonlyMap<string, readonly Statement[]>,
): string[] {
  return steps.flatMap(({ name, text }) => {
    const lines = linesOf(granted.get(`step ${name}`) ?? [])
    const commands = new Set([...text.matchAll(COMMAND)].map(([command]) => command))
    return [...commands].flatMap((command) => {
      const action = actionsOf[command]
      if (action === undefined) return [`The step ${name} runs ${command}, which the proof does not know.`]
      const may = lines.some((line) => line.startsWith(`${action} on `))
      return may ? [] : [`The step ${name} runs ${command}, and may not ${action}.`]
    })
  })
}
