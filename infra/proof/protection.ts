import type { Settings } from '../settings-schema.ts'
import { sizes } from '../sizes.ts'
import { deployed, type Templates } from './deployed.ts'

interface Bucket {
  BucketEncryption?: object
  PublicAccessBlockConfiguration?: Record<string, boolean>
  OwnershipControls?: { Rules: { ObjectOwnership: string }[] }
  VersioningConfiguration?: object
}

/** Whether all that is kept is encrypted, closed, and gone when it is deleted. */
export function atRestProblems(templates: Templates, settings: Settings): string[] {
  const buckets = deployed<Bucket>(templates, settings, 'AWS::S3::Bucket').flatMap(
    ({ place, properties }) => {
      const { BucketEncryption, PublicAccessBlockConfiguration = {}, OwnershipControls } = properties
      const isClosed = Object.values(PublicAccessBlockConfiguration).filter(Boolean).length === 4
      const isOurs = OwnershipControls?.Rules.every((rule) => rule.ObjectOwnership === 'BucketOwnerEnforced')
      return [
        ...(BucketEncryption ? [] : [`${place} is not encrypted.`]),
        ...(isClosed ? [] : [`${place} could be opened to everybody by a policy or an object of its own.`]),
        ...(isOurs ? [] : [`Somebody else could own what is in ${place}.`]),
        ...(properties.VersioningConfiguration ? [`${place} keeps versions of what was deleted.`] : []),
      ]
    },
  )
  const queues = deployed<{ SqsManagedSseEnabled?: boolean }>(templates, settings, 'AWS::SQS::Queue')
    .filter(({ properties }) => properties.SqsManagedSseEnabled !== true)
    .map(({ place }) => `${place} is not encrypted.`)
  return [...buckets, ...queues, ...databaseProblems(templates, settings)]
}

interface Instance {
  StorageEncrypted?: boolean
  EnableIAMDatabaseAuthentication?: boolean
  ManageMasterUserPassword?: boolean
  DBParameterGroupName?: string
}

function databaseProblems(templates: Templates, settings: Settings): string[] {
  const groups = deployed<{ Parameters: Record<string, string> }>(
    templates,
    settings,
    'AWS::RDS::DBParameterGroup',
  )
  return deployed<Instance>(templates, settings, 'AWS::RDS::DBInstance').flatMap(({ place, properties }) => {
    const own = groups.find((group) => group.place === properties.DBParameterGroupName)
    const parameters = own?.properties.Parameters ?? {}
    const isQuiet =
      parameters.log_statement === 'none' &&
      parameters.log_min_error_statement === 'panic' &&
      parameters.log_error_verbosity === 'terse' &&
      parameters.log_parameter_max_length === '0' &&
      parameters.log_parameter_max_length_on_error === '0'
    return [
      ...(properties.StorageEncrypted ? [] : [`${place} is not encrypted.`]),
      ...(properties.EnableIAMDatabaseAuthentication ? [] : [`${place} takes no tokens of IAM.`]),
      ...(properties.ManageMasterUserPassword ? [] : [`Nobody changes the owner's password of ${place}.`]),
      ...(parameters['rds.force_ssl'] === '1' ? [] : [`${place} can be asked without TLS.`]),
      ...(isQuiet ? [] : [`${place} writes what people wrote into its log.`]),
    ]
  })
}

interface Behavior {
  ViewerProtocolPolicy: string
}

interface DistributionProperties {
  DistributionConfig: {
    DefaultCacheBehavior: Behavior
    CacheBehaviors?: Behavior[]
    ViewerCertificate?: { MinimumProtocolVersion?: string }
  }
}

/** Whether every way is a way of TLS 1.2 or newer. */
export function underWayProblems(templates: Templates, settings: Settings): string[] {
  const all = <Properties>(type: string) => deployed<Properties>(templates, settings, type)
  const listeners = all<{ Protocol?: string; Port?: number; SslPolicy?: string }>(
    'AWS::ElasticLoadBalancingV2::Listener',
  ).filter(
    ({ properties: { Protocol, Port, SslPolicy = '' } }) =>
      Protocol !== 'HTTPS' || Port !== 443 || !/^ELBSecurityPolicy-TLS13-1-[23]/.test(SslPolicy),
  )
  const domains = all<{ DomainNameConfigurations: { SecurityPolicy?: string }[] }>(
    'AWS::ApiGatewayV2::DomainName',
  ).filter(({ properties }) =>
    properties.DomainNameConfigurations.some(({ SecurityPolicy }) => SecurityPolicy !== 'TLS_1_2'),
  )
  const distributions = all<DistributionProperties>('AWS::CloudFront::Distribution').filter(
    ({ properties: { DistributionConfig: config } }) =>
      !/^TLSv1\.[23]_20\d\d$/.test(config.ViewerCertificate?.MinimumProtocolVersion ?? '') ||
      [config.DefaultCacheBehavior, ...(config.CacheBehaviors ?? [])].some(
        ({ ViewerProtocolPolicy }) => !/https/.test(ViewerProtocolPolicy),
      ),
  )
  const origins = all<{ VpcOriginEndpointConfig: { OriginProtocolPolicy: string } }>(
    'AWS::CloudFront::VpcOrigin',
  ).filter(({ properties }) => properties.VpcOriginEndpointConfig.OriginProtocolPolicy !== 'https-only')
  return [...listeners, ...domains, ...distributions, ...origins].map(
    ({ place }) => `${place} lets something through that is not TLS 1.2 or newer.`,
  )
}

interface Writer {
  LoggingConfig?: { LogGroup?: string }
  LogsConfig?: { CloudWatchLogs?: { GroupName?: string } }
  LogGroupName?: string
  ContainerDefinitions?: { LogConfiguration?: { Options?: Record<string, string> } }[]
}

/** Whether every log is deleted after its days, and everybody who writes one writes into such a log. */
export function logProblems(templates: Templates, settings: Settings): string[] {
  const { logDays } = sizes[settings.size]
  const groups = deployed<{ LogGroupName?: string; RetentionInDays?: number }>(
    templates,
    settings,
    'AWS::Logs::LogGroup',
  )
  const known = groups.map(({ place, properties }) => properties.LogGroupName ?? place)
  const writers = [
    'AWS::Lambda::Function',
    'AWS::CodeBuild::Project',
    'AWS::ECS::TaskDefinition',
    'AWS::EC2::FlowLog',
  ].flatMap((type) => deployed<Writer>(templates, settings, type))
  const homeless = writers.filter(({ properties }) => {
    const written = [
      properties.LoggingConfig?.LogGroup,
      properties.LogsConfig?.CloudWatchLogs?.GroupName,
      properties.LogGroupName,
      ...(properties.ContainerDefinitions ?? []).map(
        ({ LogConfiguration }) => LogConfiguration?.Options?.['awslogs-group'] ?? 'nowhere',
      ),
    ].filter((group) => group !== undefined)
    return written.length === 0 || written.some((group) => !known.includes(group))
  })
  return [
    ...groups
      .filter(({ properties }) => properties.RetentionInDays !== logDays)
      .map(({ place }) => `The log ${place} is not deleted after ${logDays} days.`),
    ...homeless.map(({ place }) => `${place} writes into a log that the templates do not make.`),
  ]
}
