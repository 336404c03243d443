import { expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { synthesise } from '../templates-in-test.ts'
import { changed } from './deployed.ts'
import { referenceProblems } from './references.ts'

const templates = synthesise(settings)

test('network, cluster and load balancer cannot be replaced under those who use them', () => {
  expect(referenceProblems(templates)).toEqual([])
})

test('a way to another stack that is only looked up is named', () => {
  const weak = changed(templates, 'AWS::ECS::Service', 'backend', (service) => {
    Object.assign(service, { Cluster: { 'Fn::GetStackOutput': { StackName: 'mayfly-containers' } } })
  })
  expect(referenceProblems(weak)).toEqual([
    expect.stringMatching(/^mayfly-backend only looks up the Cluster of Service\w+: see /),
  ])
})
