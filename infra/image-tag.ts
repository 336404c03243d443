import * as ssm from 'aws-cdk-lib/aws-ssm'
import type { Construct } from 'constructs'
import type { Names } from './names.ts'

/** The tag that the pipeline noted last. CloudFormation reads it at each deployment, so no template names an image. */
export const imageTagIn = (scope: Construct, names: Names): string =>
  ssm.StringParameter.valueForStringParameter(scope, names.imageTag)
