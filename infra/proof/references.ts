import type { Templates } from './deployed.ts'

/** What CloudFormation cannot change in place, or what would lead nowhere if the other end were another one. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGatewayV2::Integration': ['IntegrationUri'],
  'AWS::ApiGatewayV2::VpcLink': ['SubnetIds', 'SecurityGroupIds'],
  'AWS::ApplicationAutoScaling::ScalableTarget': ['ResourceId'],
  'AWS::CloudFront::VpcOrigin': ['VpcOriginEndpointConfig'],
  'AWS::ECS::Service': ['Cluster', 'NetworkConfiguration'],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Subnets', 'SecurityGroups'],
  'AWS::ElasticLoadBalancingV2::TargetGroup': ['VpcId'],
  'AWS::Lambda::Function': ['VpcConfig'],
  'AWS::RDS::DBInstance': ['VPCSecurityGroups'],
  'AWS::RDS::DBSubnetGroup': ['SubnetIds'],
}

/**
 * What is looked up in another stack where it has to stay the same. CloudFormation plans to replace a resource when it
 * does not know such a value beforehand, and does not look it up again while the template is as it was.
 */
export function referenceProblems(templates: Templates): string[] {
  return Object.entries(templates).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) =>
      (fixed[Type] ?? [])
        .filter((property) => JSON.stringify(Properties[property] ?? '').includes('Fn::GetStackOutput'))
        .map((property) => `${stack} only looks up the ${property} of ${id}: see infra/keep-for-others.ts.`),
    ),
  )
}
