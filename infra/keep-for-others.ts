import { CrossStackReferences, ReferenceStrength } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/**
 * CloudFormation refuses to replace these while another stack uses them. Elsewhere a stack looks up what it needs, and a
 * stack whose template is as it was would not look again: it would go on with what is gone.
 */
export function keepForOthers(...used: Construct[]): void {
  for (const one of used) CrossStackReferences.of(one).produce(ReferenceStrength.STRONG)
}
