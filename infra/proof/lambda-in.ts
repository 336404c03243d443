import { type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'

export const lambdaNames = Object.keys(wiring) as LambdaName[]

/** Which of the wiring's functions an ARN or an address names. */
export function lambdaIn(text: string, settings: Settings): string | undefined {
  const names = namesFor(settings)
  return lambdaNames.find((name) => new RegExp(`function:${names.function(name)}(/|$)`).test(text))
}
