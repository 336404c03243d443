import { Stack } from 'aws-cdk-lib'
import * as ecr from 'aws-cdk-lib/aws-ecr'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import * as ssm from 'aws-cdk-lib/aws-ssm'
import type { Construct } from 'constructs'
import { keepForOthers } from '../keep-for-others.ts'
import type { Plan } from '../plan.ts'
import type { Network } from './network.ts'

/** Enough to go back by. */
const KEPT_IMAGES = 10

/** Where the backend's images are, which one is to run, and where. */
export class Containers extends Stack {
  readonly repository: ecr.Repository
  readonly cluster: ecs.Cluster

  constructor(
    scope: Construct,
    id: string,
    { names, settings, env, onRemovalOnceMade }: Plan,
    network: Network,
  ) {
    super(scope, id, { env, description: 'Mayfly: images of the backend, and where they run.' })
    this.repository = new ecr.Repository(this, 'Images', {
      repositoryName: names.repository,
      imageScanOnPush: true,
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
      lifecycleRules: [{ description: 'The last ones', maxImageCount: KEPT_IMAGES }],
      removalPolicy: onRemovalOnceMade,
      emptyOnDelete: !settings.keepsData,
    })
    new ssm.StringParameter(this, 'ImageTag', {
      parameterName: names.imageTag,
      description: 'Mayfly: the image that the next deployment of the backend runs. The pipeline writes it.',
      stringValue: 'none',
    })
    this.cluster = new ecs.Cluster(this, 'Cluster', { clusterName: names.cluster, vpc: network.vpc })
    keepForOthers(this.cluster)
  }
}
