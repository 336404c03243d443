import {
  type Charge,
  type Estimator,
  expectProperty,
  GIGABYTE,
  HOURS_A_MONTH,
  numberOf,
  type Resource,
  refuse,
  SECONDS_A_MONTH,
} from '../estimator.ts'
import type { Usage } from '../usage/usage.ts'

/** A busy hour has so many times the requests of an average one. */
const BUSIEST_HOUR = 4
/** Of requests that read the database, with room to spare: a task is added at 60 per cent. */
const REQUESTS_A_SECOND_AND_CPU = 100
const CPU_UNITS = 1_024
const MEGABYTES = 1_024
/** What is read for one answer, in another zone two times out of three. */
const READ_BYTES = 15_000
const OTHER_ZONE = 2 / 3
/** The gateway keeps its connections for several requests. */
const REQUESTS_A_CONNECTION = 10
/** Beats and events of a live stream in an hour. */
const LIVE_BYTES_AN_HOUR = 20_000
/** One image, packed; the layers that several have in common are stored once. */
const IMAGE_GIGABYTES = 0.1

export const liveBytes = ({ liveHours }: Usage): number => liveHours * LIVE_BYTES_AN_HOUR

export const backend = {
  /** As many tasks as the busiest hour asks for, and never fewer than there are at least. */
  'AWS::ECS::Service': (resource) => {
    expectProperty(resource, 'LaunchType', 'FARGATE')
    const task = taskOf(resource)
    const cpus = numberOf(task, 'Cpu') / CPU_UNITS
    const { requests } = resource.usage
    const busy = (requests / SECONDS_A_MONTH) * BUSIEST_HOUR
    const needed = Math.ceil(busy / (REQUESTS_A_SECOND_AND_CPU * cpus))
    const hours = Math.max(leastTasksOf(resource), needed) * HOURS_A_MONTH
    const memory = numberOf(task, 'Memory') / MEGABYTES
    const crossing = (requests * READ_BYTES * OTHER_ZONE) / GIGABYTE
    return [
      { service: 'Fargate', what: 'processors of the backend', price: 'taskCpu', quantity: hours * cpus },
      { service: 'Fargate', what: 'memory of the backend', price: 'taskMemory', quantity: hours * memory },
      ...addressesOf(resource, hours),
      { service: 'Data transfer', what: 'between zones', price: 'zoneCrossing', quantity: crossing },
    ]
  },

  'AWS::ElasticLoadBalancingV2::LoadBalancer': (resource) => {
    expectProperty(resource, 'Type', 'application')
    expectProperty(resource, 'Scheme', 'internal')
    const { usage } = resource
    const { requests, answerBytes, liveHours, sessions } = usage
    const connections = requests / REQUESTS_A_CONNECTION + sessions
    const measures = [
      (requests * answerBytes + liveBytes(usage)) / GIGABYTE,
      liveHours / 3_000,
      connections / (25 * 3_600),
    ]
    return [
      { service: 'Load balancer', what: 'hours', price: 'balancer', quantity: HOURS_A_MONTH },
      {
        service: 'Load balancer',
        what: 'capacity',
        price: 'balancerCapacity',
        quantity: Math.max(...measures),
      },
    ]
  },

  'AWS::ECR::Repository': (resource) => {
    const { LifecyclePolicyText = '' } = (resource.properties.LifecyclePolicy ?? {}) as Record<string, string>
    const kept = Number(/"countNumber":(\d+)/.exec(LifecyclePolicyText)?.[1])
    if (!kept) refuse(resource, 'it keeps every image.')
    return [{ service: 'ECR', what: 'images', price: 'image', quantity: kept * IMAGE_GIGABYTES }]
  },
} satisfies Record<string, Estimator>

function taskOf(service: Resource): Resource {
  const { Ref: id = '' } = service.properties.TaskDefinition as { Ref?: string }
  const found = service.template.Resources[id]
  if (found === undefined) return refuse(service, 'its task is not in the same stack.')
  const task = { ...service, id, type: found.Type, properties: found.Properties }
  const { CpuArchitecture } = (task.properties.RuntimePlatform ?? {}) as Record<string, string>
  return CpuArchitecture === 'ARM64' ? task : refuse(task, 'it does not run on ARM.')
}

/** The service starts with one task, and the release raises it to what the scaling may not go below. */
function leastTasksOf(service: Resource): number {
  const type = 'AWS::ApplicationAutoScaling::ScalableTarget'
  const [id, target] = Object.entries(service.template.Resources).find(([, { Type }]) => Type === type) ?? []
  if (id === undefined || target === undefined)
    return refuse(service, 'nothing says how many tasks there are.')
  return numberOf({ ...service, id, type, properties: target.Properties }, 'MinCapacity')
}

function addressesOf(service: Resource, hours: number): Charge[] {
  const { AwsvpcConfiguration } = service.properties.NetworkConfiguration as {
    AwsvpcConfiguration: { AssignPublicIp: string }
  }
  if (AwsvpcConfiguration.AssignPublicIp !== 'ENABLED') return []
  return [{ service: 'Public addresses', what: 'of tasks', price: 'address', quantity: hours }]
}
