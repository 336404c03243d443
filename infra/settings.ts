import type { Settings } from './settings-schema.ts'

/** The one file that a person fills in before the first deployment: `docs/deploy.md` goes through it line by line. */
export const settings: Settings = {
  /** The twelve digits of the AWS account. */
  account: '123456789012',
  region: 'us-east-1',
  /** Where people find Mayfly. www, api and assets are added to it. */
  domain: 'example.com',
  /** Of the public zone of that domain in Route 53. */
  hostedZoneId: 'Z0EXAMPLE0EXAMPLE',
  /** What the pipeline builds: a connection of CodeConnections to the place where this repository lives. */
  source: {
    connectionArn:
      'arn:aws:codeconnections:us-east-1:123456789012:connection/00000000-0000-4000-8000-000000000000',
    repository: 'example/mayfly',
    branch: 'main',
  },
  /** Who hears of alarms and of the bill. */
  operatorEmail: 'operator@example.com',
  /** From which address of the domain codes are mailed; without it Cognito sends 50 a day from its own. */
  // mailFrom: 'hello@example.com',
  /** `demo` for one evening with friends, `small` for some thousand people, `large` for more than one machine can bear. */
  size: 'demo',
  /** Whether the data outlives its stacks: only what is deleted by hand is lost. */
  keepsData: true,
}
