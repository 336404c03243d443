import { type Lambda, wiring } from '@mayfly/lambdas/wiring'
import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences } from './differences.ts'
import { lambdaIn, lambdaNames } from './lambda-in.ts'

/** Who may wake a function. */
interface Permission {
  FunctionName: string
  Principal: string
  SourceArn?: string
  SourceAccount?: string
}

/** Whether each function is woken by what its wiring says, and by nothing else. */
export function wakingProblems(templates: Templates, settings: Settings): string[] {
  const found = deployed<Permission>(templates, settings, 'AWS::Lambda::Permission').map(
    ({ properties: { FunctionName, Principal, SourceArn } }) =>
      `${lambdaIn(FunctionName, settings)} to be woken by ${Principal} for ${SourceArn}`,
  )
  const wanted = lambdaNames.flatMap((name) => {
    const waker = wakerOf(wiring[name].on, templates, settings)
    return waker === undefined ? [] : `${name} to be woken by ${waker}`
  })
  return differences('Lambda', wanted, found, 'allows')
}

function wakerOf(on: Lambda['on'], templates: Templates, settings: Settings): string | undefined {
  const { account, region } = settings
  const idOf = (type: string) => deployed(templates, settings, type)[0]?.place
  const api = `apigateway.amazonaws.com for arn:aws:execute-api:${region}:${account}:${idOf('AWS::ApiGatewayV2::Api')}`
  if ('authorizer' in on) return `${api}/authorizers/${idOf('AWS::ApiGatewayV2::Authorizer')}`
  if ('route' in on) return `${api}/*/*${on.route.split(' ')[1]}`
  if ('cognito' in on)
    return `cognito-idp.amazonaws.com for arn:aws:cognito-idp:${region}:${account}:userpool/${region}_${idOf('AWS::Cognito::UserPool')}`
  if ('created' in on) return `s3.amazonaws.com for arn:aws:s3:::${namesFor(settings).rawBucket}`
  if ('every' in on)
    return `events.amazonaws.com for arn:aws:events:${region}:${account}:rule/${idOf('AWS::Events::Rule')}`
  // Lambda itself reads the stream, with the function's role.
  return undefined
}
