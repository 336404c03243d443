import type { VariableName } from '@mayfly/config/config'
import { variablesFor } from '@mayfly/lambdas/variables'
import type { LambdaName } from '@mayfly/lambdas/wiring'
import type { Plan } from './plan.ts'

export type Variables = Partial<Record<VariableName, string>>

/** What is known of every process without asking another stack. */
export const knownVariables = ({ names }: Plan) =>
  ({
    MESSAGES_TABLE: names.messagesTable,
    RAW_BUCKET: names.rawBucket,
    PROCESSED_BUCKET: names.processedBucket,
    SITE_ORIGINS: names.siteOrigins.join(','),
    RATE_FACTOR: '1',
    PEOPLE_PER_ADDRESS: '1',
  }) satisfies Variables

/** Exactly the variables that a function reads. @throws when nobody says what one of them is */
export function environmentOf(name: LambdaName, known: Variables): Record<string, string> {
  const entries = variablesFor(name).map((variable) => {
    const value = known[variable]
    if (value === undefined) throw new Error(`Nobody tells the function ${name} its ${variable}.`)
    return [variable, value]
  })
  return Object.fromEntries(entries)
}
