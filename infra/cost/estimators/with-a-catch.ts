import { type Estimator, expectProperty, refuse } from '../estimator.ts'

/** Free as Mayfly uses them. In another form each of them costs, so it is looked at. */
export const withACatch = {
  'AWS::EC2::VPCEndpoint': (resource) => {
    expectProperty(resource, 'VpcEndpointType', 'Gateway')
    return []
  },
  'AWS::ECS::Cluster': (resource) => {
    if (JSON.stringify(resource.properties).includes('"enabled"'))
      refuse(resource, 'metrics of every container have no price yet.')
    return []
  },
  'AWS::SSM::Parameter': (resource) => {
    expectProperty(resource, 'Tier', undefined, 'Standard')
    return []
  },
} satisfies Record<string, Estimator>
