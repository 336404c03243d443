import { createRequire } from 'node:module'

const recommended = createRequire(import.meta.url)('aws-cdk-lib/recommended-feature-flags.json')

/** How CDK behaves: as it recommends to new apps, with two more. */
export const featureFlags: Record<string, unknown> = {
  ...recommended,
  // A stack looks up what it needs of another one when it is deployed, in any region. An export holds fast what `keepForOthers` names.
  '@aws-cdk/core:defaultCrossStackReferences': 'weak',
  // The validator that comes with CDK fails the synthesis.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
}
