import { type Charge, type Estimator, expectProperty } from '../estimator.ts'

export const people = {
  'AWS::Cognito::UserPool': (resource): Charge[] => {
    expectProperty(resource, 'UserPoolTier', 'ESSENTIALS')
    const { usage, properties } = resource
    const { EmailSendingAccount } = (properties.EmailConfiguration ?? {}) as Record<string, string>
    return [
      { service: 'Cognito', what: 'people', price: 'person', quantity: usage.people },
      // Without an address of its own, Cognito sends 50 mails a day for nothing.
      ...(EmailSendingAccount === 'DEVELOPER'
        ? [{ service: 'SES', what: 'mails', price: 'mail', quantity: usage.mails } as const]
        : []),
    ]
  },

  'AWS::SecretsManager::Secret': () => [
    { service: 'Secrets Manager', what: 'secrets', price: 'secret', quantity: 1 },
  ],
} satisfies Record<string, Estimator>
