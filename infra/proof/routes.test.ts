import { expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { synthesise } from '../templates-in-test.ts'
import { changed } from './deployed.ts'
import { stageProblems } from './gateway-stage.ts'
import { authorizerProblems, routeProblems } from './routes.ts'
import { wakingProblems } from './waking.ts'

const templates = synthesise(settings)
const ROUTE = 'AWS::ApiGatewayV2::Route'

test('every route of the contract is at the gateway with its door and its target, and none besides', () => {
  expect(routeProblems(templates, settings)).toEqual([])
})

test('the authorizer is asked as the contract of format 2.0 has it', () => {
  expect(authorizerProblems(templates, settings)).toEqual([])
})

test('every function is woken by what its wiring says, and by nothing else', () => {
  expect(wakingProblems(templates, settings)).toEqual([])
})

test('the gateway throttles, and its log tells nothing of what somebody read', () => {
  expect(stageProblems(templates, settings)).toEqual([])
})

test('a route that is dropped is named', () => {
  const less = changed(templates, ROUTE, 'POST /posts', (_, remove) => remove())
  expect(routeProblems(less, settings)).toEqual([
    'The gateway lacks: POST /posts: asks authorize-request first, then backend',
  ])
})

test('a route that has lost its authorizer is named', () => {
  const open = changed(templates, ROUTE, 'GET /me/export', (route) => {
    Object.assign(route, { AuthorizationType: 'NONE' })
  })
  expect(routeProblems(open, settings)).toContainEqual(
    expect.stringContaining('GET /me/export: asks authorize-request first'),
  )
})

test('a header that the gateway no longer writes cuts every way to the backend', () => {
  const bare = changed(templates, 'AWS::ApiGatewayV2::Integration', 'Backend', (integration) => {
    Object.assign(integration, { RequestParameters: {} })
  })
  expect(routeProblems(bare, settings)).toContainEqual(expect.stringContaining('which leads nowhere'))
})

test('whoever else may wake a function is named', () => {
  const wider = changed(templates, 'AWS::Lambda::Permission', 'ApiPOSTuploads', (permission) => {
    Object.assign(permission, { SourceArn: 'arn:aws:execute-api:us-east-1:999999999999:other/*/*/*' })
  })
  expect(wakingProblems(wider, settings)).toContainEqual(
    expect.stringMatching(/although nothing asks for it: presign-upload .* for .*999999999999/),
  )
})

test('a log of paths is named', () => {
  const curious = changed(templates, 'AWS::ApiGatewayV2::Stage', 'Stage', (stage) => {
    Object.assign(stage, { AccessLogSettings: { DestinationArn: 'log', Format: '$context.path' } })
  })
  expect(stageProblems(curious, settings)).toEqual([
    'The access log of the stage $default notes $context.path, which it must not.',
  ])
})
