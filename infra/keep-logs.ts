import { RemovalPolicy } from 'aws-cdk-lib'
import type { LogGroupProps } from 'aws-cdk-lib/aws-logs'
import type { Size } from './sizes.ts'

/** For as long as a size says, and no longer than its stack. CloudWatch encrypts them. */
export const keepLogs = ({ logDays }: Size): LogGroupProps => ({
  retention: logDays,
  removalPolicy: RemovalPolicy.DESTROY,
})
