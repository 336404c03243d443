import * as ecs from 'aws-cdk-lib/aws-ecs'
import * as iam from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { Containers } from './stacks/containers.ts'

interface Needs {
  containers: Containers
  /** What the container is given at its start. */
  secretArns: string[]
  /** Where its lines go. */
  logGroupArn: string
}

/** What all of Mayfly's containers run on. */
export const onArm: ecs.RuntimePlatform = {
  cpuArchitecture: ecs.CpuArchitecture.ARM64,
  operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
}

/** Two roles for a task: what its code may do, and what ECS needs to bring it up. */
export function taskRoles(scope: Construct, id: string, { containers, secretArns, logGroupArn }: Needs) {
  const assumedBy = new iam.ServicePrincipal('ecs-tasks.amazonaws.com')
  const taskRole = new iam.Role(scope, `${id}Role`, { assumedBy })
  const executionRole = new iam.Role(scope, `${id}ExecutionRole`, { assumedBy })
  const allow = (actions: string[], resources: string[]) =>
    executionRole.addToPolicy(new iam.PolicyStatement({ actions, resources }))
  allow(
    ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
    [containers.repository.repositoryArn],
  )
  // It knows no resource.
  allow(['ecr:GetAuthorizationToken'], ['*'])
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroupArn])
  allow(['secretsmanager:GetSecretValue'], secretArns)
  return { taskRole, executionRole }
}
