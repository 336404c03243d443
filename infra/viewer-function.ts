import { join } from 'node:path'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'

/** A CloudFront Function of `lambdas/`, as it is. */
export const viewerFunction = (scope: Construct, id: string, file: string): cloudfront.Function =>
  new cloudfront.Function(scope, id, {
    comment: `Mayfly: ${file}`,
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromFile({ filePath: join(import.meta.dirname, '../lambdas', file) }),
  })
