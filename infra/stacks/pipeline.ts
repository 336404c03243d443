import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import * as codebuild from 'aws-cdk-lib/aws-codebuild'
import * as pipeline from 'aws-cdk-lib/aws-codepipeline'
import { CodeBuildAction, CodeStarConnectionsSourceAction } from 'aws-cdk-lib/aws-codepipeline-actions'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as logs from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { keepLogs } from '../keep-logs.ts'
import { conductorRights, pipelineRights, type Step } from '../pipeline-rights.ts'
import type { Plan } from '../plan.ts'
import { privateBucket } from '../private-bucket.ts'
import type { Network } from './network.ts'

const ARTIFACT_DAYS = 14

interface StageParts {
  plan: Plan
  network: Network
  input: pipeline.Artifact
}

/**
 * From a commit to a running Mayfly: tests, the image, migrations and every stack, the site. It knows no first time: what
 * is missing is made, and the backend comes up with an image that is there.
 */
export class Pipeline extends Stack {
  readonly pipeline: pipeline.Pipeline

  constructor(scope: Construct, id: string, plan: Plan, network: Network) {
    const { settings, names, env } = plan
    super(scope, id, { env, description: 'Mayfly: from a commit to a running system.' })
    const { source } = settings
    const artifacts = privateBucket(this, 'Artifacts', plan, {
      bucketName: names.artifactsBucket,
      lifecycleRules: [{ expiration: Duration.days(ARTIFACT_DAYS) }],
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const code = new pipeline.Artifact('Code')
    const [owner = '', ...name] = source.repository.split('/')
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('codepipeline.amazonaws.com'),
      description: 'Mayfly: what the pipeline itself may do.',
    })
    for (const right of conductorRights(plan)) role.addToPolicy(right)
    const conductor = role.withoutPolicyUpdates()
    const stageParts = { plan, network, input: code }
    this.pipeline = new pipeline.Pipeline(this, 'Pipeline', {
      pipelineName: names.pipeline,
      pipelineType: pipeline.PipelineType.V2,
      executionMode: pipeline.ExecutionMode.QUEUED,
      artifactBucket: artifacts,
      role: conductor,
      // An action with a role of its own would be started by assuming that one first.
      usePipelineRoleForActions: true,
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
        this.stage('Test', 'test', stageParts),
        this.stage('Image', 'image', stageParts),
        this.stage('Release', 'release', stageParts),
        this.stage('Site', 'site', stageParts),
      ],
    })
  }

  private stage(stageName: string, step: Step, { plan, network, input }: StageParts): pipeline.StageProps {
    const project = this.project(step, plan, network)
    return { stageName, actions: [new CodeBuildAction({ actionName: stageName, project, input })] }
  }

  private project(step: Step, plan: Plan, network: Network): codebuild.PipelineProject {
    const { names, env, size } = plan
    const log = new logs.LogGroup(this, `${step}-log`, {
      logGroupName: `/mayfly/pipeline/${step}`,
      ...keepLogs(size),
    })
    const role = new iam.Role(this, `${step}-role`, {
      assumedBy: new iam.ServicePrincipal('codebuild.amazonaws.com'),
      description: `Mayfly: what the step ${step} of the pipeline may do.`,
    })
    for (const right of pipelineRights(step, plan, log.logGroupArn)) role.addToPolicy(right)
    return new codebuild.PipelineProject(this, step, {
      projectName: names.buildProject(step),
      description: `Mayfly: the step ${step} of the pipeline.`,
      role: role.withoutPolicyUpdates(),
      environment: {
        ...machineFor(step),
        privileged: step === 'image',
      },
      // A first release waits for certificates, distributions and their way into the network.
      timeout: step === 'release' ? Duration.hours(3) : Duration.hours(1),
      environmentVariables: variables({
        ACCOUNT: env.account,
        REPOSITORY: names.repository,
        IMAGE_TAG_PARAMETER: names.imageTag,
        CLUSTER: names.cluster,
        SERVICE: names.service,
        LEAST_TASKS: String(size.tasks.least),
        SUBNETS: network.vpc.publicSubnets.map(({ subnetId }) => subnetId).join(','),
        MIGRATIONS_GROUP: network.migrations.securityGroupId,
        SITE_BUCKET: names.siteBucket,
        API_HOST: names.apiHost,
        ASSETS_HOST: names.assetsHost,
      }),
      buildSpec: codebuild.BuildSpec.fromSourceFilename(`infra/pipeline/${step}.yml`),
      logging: { cloudWatch: { logGroup: log } },
    })
  }
}

/** The image is for Fargate's ARM, and is built where it need not be emulated; npm has Chromium for Intel's alone. */
const machineFor = (step: Step): codebuild.BuildEnvironment =>
  step === 'test'
    ? {
        buildImage: codebuild.LinuxBuildImage.AMAZON_LINUX_2023_5,
        computeType: codebuild.ComputeType.MEDIUM,
      }
    : {
        buildImage: codebuild.LinuxArmBuildImage.AMAZON_LINUX_2023_STANDARD_3_0,
        computeType: codebuild.ComputeType.SMALL,
      }

const variables = (values: Record<string, string>): Record<string, codebuild.BuildEnvironmentVariable> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
