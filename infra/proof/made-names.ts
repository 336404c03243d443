/** A resource in its stack. */
export interface Place {
  stack: string
  id: string
  type: string
  account: string
  region: string
  /** The value of one of its properties. */
  named: (property: string) => unknown
}

/** Which property names a resource of a type, and what its ARN is made of. */
const kinds: Record<string, [property: string | undefined, arn: (name: string, place: Place) => string]> = {
  'AWS::S3::Bucket': ['BucketName', (name) => `arn:aws:s3:::${name}`],
  'AWS::DynamoDB::Table': ['TableName', (name, place) => arn('dynamodb', `table/${name}`, place)],
  'AWS::Lambda::Function': ['FunctionName', (name, place) => arn('lambda', `function:${name}`, place)],
  'AWS::Logs::LogGroup': ['LogGroupName', (name, place) => arn('logs', `log-group:${name}:*`, place)],
  'AWS::SQS::Queue': ['QueueName', (name, place) => arn('sqs', name, place)],
  'AWS::SNS::Topic': ['TopicName', (name, place) => arn('sns', name, place)],
  'AWS::Events::Rule': ['Name', (name, place) => arn('events', `rule/${name}`, place)],
  'AWS::ECR::Repository': ['RepositoryName', (name, place) => arn('ecr', `repository/${name}`, place)],
  'AWS::IAM::Role': ['RoleName', (name, { account }) => `arn:aws:iam::${account}:role/${name}`],
  'AWS::Cognito::UserPool': [undefined, (name, place) => arn('cognito-idp', `userpool/${name}`, place)],
  'AWS::SecretsManager::Secret': ['Name', (name, place) => arn('secretsmanager', `secret:${name}`, place)],
}

const arn = (service: string, resource: string, { region, account }: Place) =>
  `arn:aws:${service}:${region}:${account}:${resource}`

/** A resource's stack and id, without the hash that CDK adds; CloudFormation would add something of its own. */
export const placeName = (stack: string, id: string) => `${stack}-${bare(id)}`

const bare = (id: string) => id.replace(/[0-9A-F]{8}$/, '')

const givenName = ({ stack, id, type, region }: Place) =>
  type === 'AWS::Cognito::UserPool' ? `${region}_${bare(id)}` : placeName(stack, id)

/** These are referred to by their ARNs. */
const byArn = ['AWS::SNS::Topic', 'AWS::SecretsManager::Secret']

function nameOf(place: Place): string {
  const [property] = kinds[place.type] ?? []
  const named = property === undefined ? undefined : place.named(property)
  return typeof named === 'string' ? named : givenName(place)
}

/** What `Ref` gives. */
export function referenceOf(place: Place): string {
  return byArn.includes(place.type) ? arnOf(place) : nameOf(place)
}

/** What `Fn::GetAtt` gives. */
export function attributeOf(place: Place, attribute: string): string {
  if (attribute === 'Arn') return arnOf(place)
  if (attribute === kinds[place.type]?.[0]) return nameOf(place)
  if (attribute === 'Endpoint.Port') return String(place.named('Port'))
  if (attribute === 'StreamArn') return `${arnOf(place)}/stream/2026-01-01T00:00:00.000`
  if (attribute === 'MasterUserSecret.SecretArn') return arn('secretsmanager', 'secret:rds!db-owner', place)
  return `${givenName(place)}.${attribute}`
}

const arnOf = (place: Place) => kinds[place.type]?.[1](nameOf(place), place) ?? `${givenName(place)}.Arn`
