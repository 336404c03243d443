import { expect, test } from 'vitest'
import { settings } from './settings.ts'
import { sizes } from './sizes.ts'
import { synthesise } from './templates-in-test.ts'

test.each(Object.keys(sizes) as (keyof typeof sizes)[])(
  'a Mayfly of size %s passes the checks of CloudFormation and of both packs of cdk-nag',
  (size) => {
    synthesise({ ...settings, size }, { isChecked: true })
  },
)

test('with an address of its own the pool mails through SES', () => {
  const templates = synthesise({ ...settings, mailFrom: 'hello@example.com' })
  const resourcesOf = (stack: string) => Object.values(templates[stack]?.Resources ?? {})
  const pool = resourcesOf('mayfly-identity').find(({ Type }) => Type === 'AWS::Cognito::UserPool')
  expect(JSON.stringify(pool)).toContain('hello@example.com')
  // In a stack of its own: there is time for SES to look at the records before Cognito asks.
  expect(resourcesOf('mayfly-mail').map(({ Type }) => Type)).toContain('AWS::SES::EmailIdentity')
  expect(resourcesOf('mayfly-identity').map(({ Type }) => Type)).not.toContain('AWS::SES::EmailIdentity')
})

test('the same settings give the same templates', () => {
  expect(JSON.stringify(synthesise(settings))).toBe(JSON.stringify(synthesise(settings)))
})
