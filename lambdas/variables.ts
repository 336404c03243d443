import type { VariableName } from '@mayfly/config/config'
import { type Lambda, type LambdaName, type Reach, wiring } from './wiring.ts'

/** What has to be known of each thing that a function reaches. */
const variables: Record<Reach, readonly VariableName[]> = {
  postgres: ['DATABASE_URL'],
  rates: ['RATE_SECRET', 'RATE_FACTOR', 'PEOPLE_PER_ADDRESS'],
  'cognito-keys': ['COGNITO_USER_POOL_ID', 'COGNITO_CLIENT_ID'],
  'raw-bucket': ['RAW_BUCKET'],
  'processed-bucket': ['PROCESSED_BUCKET'],
  'messages-table': ['MESSAGES_TABLE'],
}

/** The names of all that a function's environment holds of ours. Whoever answers browsers knows the site's origins. */
export function variablesFor(name: LambdaName): readonly VariableName[] {
  const { on, reaches }: Lambda = wiring[name]
  const reached = reaches.flatMap((reach) => variables[reach])
  return 'route' in on ? ['SITE_ORIGINS', ...reached] : reached
}
