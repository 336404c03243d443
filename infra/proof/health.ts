import { healthRoutes } from '@mayfly/contract/health'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences } from './differences.ts'

interface TargetGroup {
  Port: number
  HealthCheckPort: string
  HealthCheckPath: string
}

interface Task {
  Family: string
  ContainerDefinitions: {
    PortMappings?: { ContainerPort: number }[]
    Environment?: { Name: string; Value: string }[]
  }[]
}

interface Service {
  DesiredCount?: number
  LoadBalancers: { ContainerName: string; ContainerPort: number; TargetGroupArn: string }[]
  DeploymentConfiguration?: { DeploymentCircuitBreaker?: { Enable: boolean; Rollback: boolean } }
}

/** Whether the balancer asks the backend for its health where it listens, and a bad release is taken back. */
export function healthProblems(templates: Templates, settings: Settings): string[] {
  const [targets] = deployed<TargetGroup>(templates, settings, 'AWS::ElasticLoadBalancingV2::TargetGroup')
  const [service] = deployed<Service>(templates, settings, 'AWS::ECS::Service')
  const [listener] = deployed<{ DefaultActions: { TargetGroupArn: string }[] }>(
    templates,
    settings,
    'AWS::ElasticLoadBalancingV2::Listener',
  )
  const tasks = deployed<Task>(templates, settings, 'AWS::ECS::TaskDefinition')
  const backend = tasks.find(({ properties }) => properties.Family === 'mayfly-backend')
  const [container] = backend?.properties.ContainerDefinitions ?? []
  const port = container?.PortMappings?.[0]?.ContainerPort
  const at = (who: string, where: unknown) => `${who} at ${where}`
  const breaker = service?.properties.DeploymentConfiguration?.DeploymentCircuitBreaker
  return [
    ...differences(
      'The backend',
      [
        at('its variable PORT', port),
        at('its service', port),
        at('its targets', port),
        at('its health', `${port}${healthRoutes.showHealth.path}`),
        at('the listener', targets?.place),
      ],
      [
        at('its variable PORT', container?.Environment?.find(({ Name }) => Name === 'PORT')?.Value),
        at('its service', service?.properties.LoadBalancers[0]?.ContainerPort),
        at('its targets', targets?.properties.Port),
        at('its health', `${targets?.properties.HealthCheckPort}${targets?.properties.HealthCheckPath}`),
        at('the listener', listener?.properties.DefaultActions[0]?.TargetGroupArn),
      ],
    ),
    ...(breaker?.Enable && breaker.Rollback ? [] : ['A release that does not come up is not taken back.']),
    ...(service?.properties.DesiredCount === undefined
      ? []
      : ['Each release sets anew how many tasks there are, whatever the scaling found out.']),
  ]
}
