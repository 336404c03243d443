import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import * as codebuild from 'aws-cdk-lib/aws-codebuild'
import * as pipeline from 'aws-cdk-lib/aws-codepipeline'
import { CodeBuildAction, CodeStarConnectionsSourceAction } from 'aws-cdk-lib/aws-codepipeline-actions'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as logs from 'aws-cdk-lib/aws-logs'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { keepLogs } from '../keep-logs.ts'
import { pipelineRights } from '../pipeline-rights.ts'
import type { Plan } from '../plan.ts'
import { privateBucket } from '../private-bucket.ts'

const ARTIFACT_DAYS = 14

/** Files of `infra/pipeline/` that say what a step runs. */
type Step = 'test' | 'image' | 'release' | 'site'

/**
 * From a commit to a running Mayfly: tests, the image, migrations and every stack, the site. It knows no first time: what
 * is missing is made, and the backend comes up with an image that is there.
 */
export class Pipeline extends Stack {
  readonly pipeline: pipeline.Pipeline

  constructor(scope: Construct, id: string, plan: Plan) {
    const { settings, names, env } = plan
    super(scope, id, { env, description: 'Mayfly: from a commit to a running system.' })
    const { source } = settings
    const artifacts = privateBucket(this, 'Artifacts', plan, {
      bucketName: `mayfly-artifacts-${env.account}-${env.region}`,
      lifecycleRules: [{ expiration: Duration.days(ARTIFACT_DAYS) }],
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const code = new pipeline.Artifact('Code')
    const [owner = '', ...name] = source.repository.split('/')
    this.pipeline = new pipeline.Pipeline(this, 'Pipeline', {
      pipelineName: names.pipeline,
      pipelineType: pipeline.PipelineType.V2,
      executionMode: pipeline.ExecutionMode.QUEUED,
      artifactBucket: artifacts,
      stages: [
        {
          stageName: 'Source',
          actions: [
            new CodeStarConnectionsSourceAction({
              actionName: 'Commit',
              connectionArn: source.connectionArn,
              owner,
              repo: name.join('/'),
              branch: source.branch,
              output: code,
            }),
          ],
        },
        this.stage('Test', 'test', code, plan, artifacts),
        this.stage('Image', 'image', code, plan, artifacts),
        this.stage('Release', 'release', code, plan, artifacts),
        this.stage('Site', 'site', code, plan, artifacts),
      ],
    })
    this.pipeline.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['codeconnections:UseConnection', 'codestar-connections:UseConnection'],
        resources: [source.connectionArn],
      }),
    )
  }

  private stage(
    stageName: string,
    step: Step,
    input: pipeline.Artifact,
    plan: Plan,
    artifacts: s3.IBucket,
  ): pipeline.StageProps {
    const project = this.project(step, plan, artifacts)
    return { stageName, actions: [new CodeBuildAction({ actionName: stageName, project, input })] }
  }

  private project(step: Step, plan: Plan, artifacts: s3.IBucket): codebuild.PipelineProject {
    const { names, env, size } = plan
    const log = new logs.LogGroup(this, `${step}-log`, {
      logGroupName: `/mayfly/pipeline/${step}`,
      ...keepLogs(size),
    })
    const role = new iam.Role(this, `${step}-role`, {
      assumedBy: new iam.ServicePrincipal('codebuild.amazonaws.com'),
      description: `Mayfly: what the step ${step} of the pipeline may do.`,
    })
    for (const right of pipelineRights(step, plan, log.logGroupArn, artifacts.bucketArn)) role.addToPolicy(right)
    return new codebuild.PipelineProject(this, step, {
      projectName: `mayfly-${step}`,
      description: `Mayfly: the step ${step} of the pipeline.`,
      role: role.withoutPolicyUpdates(),
      environment: {
        // The image is for Fargate's ARM, and is built where it need not be emulated.
        buildImage: codebuild.LinuxArmBuildImage.AMAZON_LINUX_2023_STANDARD_3_0,
        computeType: step === 'test' ? codebuild.ComputeType.LARGE : codebuild.ComputeType.SMALL,
        privileged: step === 'image',
      },
      environmentVariables: {
        ACCOUNT: { value: env.account },
        REPOSITORY: { value: names.repository },
        IMAGE_TAG_PARAMETER: { value: names.imageTag },
      },
      buildSpec: codebuild.BuildSpec.fromSourceFilename(`infra/pipeline/${step}.yml`),
      logging: { cloudWatch: { logGroup: log } },
    })
  }
}
