import * as s3 from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Plan } from './plan.ts'

/** A bucket that nobody reads but whom a policy names, over TLS alone. Versions would keep what is deleted, so it has none. */
export const privateBucket = (scope: Construct, id: string, plan: Plan, props: s3.BucketProps): s3.Bucket =>
  new s3.Bucket(scope, id, {
    encryption: s3.BucketEncryption.S3_MANAGED,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: false,
    removalPolicy: plan.onRemovalOnceMade,
    ...props,
  })
