import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import * as ecr from 'aws-cdk-lib/aws-ecr'
import * as ssm from 'aws-cdk-lib/aws-ssm'
import type { Construct } from 'constructs'
import type { Plan } from '../plan.ts'

/** Enough to go back by. */
const KEPT_IMAGES = 10

/** Where the backend's images are, and the note of the one that is to run. */
export class Registry extends Stack {
  readonly repository: ecr.Repository
  readonly imageTagParameter: ssm.StringParameter

  constructor(scope: Construct, id: string, { names, settings, env }: Plan) {
    super(scope, id, { env, description: 'Mayfly: images of the backend.' })
    this.repository = new ecr.Repository(this, 'Images', {
      repositoryName: names.repository,
      imageScanOnPush: true,
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
      lifecycleRules: [{ description: 'The last ones', maxImageCount: KEPT_IMAGES }],
      removalPolicy: settings.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      emptyOnDelete: !settings.keepsData,
    })
    this.imageTagParameter = new ssm.StringParameter(this, 'ImageTag', {
      parameterName: names.imageTag,
      description: 'Mayfly: the image that the next deployment of the backend runs. The pipeline writes it.',
      stringValue: 'none',
    })
  }
}
