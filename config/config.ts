import { z } from 'zod'
import { mixedPlaces } from './mixed-places.ts'

const origin = z
  .url()
  .refine((url) => new URL(url).origin === url, 'an origin has no path: https://example.com')

const isDatabase = (url: string) => /^[^?#]+:\/\/[^/@]+@[^/?#]+\/[^/?#]+$/.test(url)

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Without a password, except on this machine: it is IAM's. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .refine(isDatabase, 'looks like postgres://backend@host:5432/mayfly, and takes no options'),
  AWS_REGION: z.string().min(1),
  COGNITO_USER_POOL_ID: z.string().regex(/^[\w-]+_\w+$/, 'looks like us-east-1_Example'),
  COGNITO_CLIENT_ID: z.string().min(1),
  COGNITO_CLIENT_SECRET: z.string().min(1),
  /** The SDK's own names for other endpoints; unset on AWS. */
  AWS_ENDPOINT_URL: z.url().optional(),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: z.url().optional(),
  MESSAGES_TABLE: z.string().min(3),
  AWS_ENDPOINT_URL_DYNAMODB: z.url().optional(),
  RAW_BUCKET: z.string().min(3),
  PROCESSED_BUCKET: z.string().min(3),
  AWS_ENDPOINT_URL_S3: z.url().optional(),
  AWS_ACCESS_KEY_ID: z.string().min(1).optional(),
  AWS_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  AWS_SESSION_TOKEN: z.string().min(1).optional(),
  /** The origins of the site's own pages, separated by commas. */
  SITE_ORIGINS: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(origin).min(1)),
  /** With it whom requests are counted for is hashed. When it changes, counts begin anew. */
  RATE_SECRET: z.string().min(16),
  /** How many times the usual number of requests everybody may make; less than 1 in bad times. */
  RATE_FACTOR: z.coerce.number().positive().default(1),
  /** How many people are expected behind one network address: it may make so many times the usual number. */
  PEOPLE_PER_ADDRESS: z.coerce.number().int().min(1).default(1),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Config = z.infer<typeof Environment>
export type VariableName = keyof Config

/** The part of the configuration that a process was given. */
export type Given = Partial<Config>

type Variables = Record<string, string | undefined>

/** What AWS gives to every process, or its SDK looks for by itself. */
const platform = [
  'AWS_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER',
  'AWS_ENDPOINT_URL_DYNAMODB',
  'AWS_ENDPOINT_URL_S3',
] as const satisfies readonly VariableName[]

/** Reads the environment once, at the entry. Every missing or wrong name is told in one error. */
export const readConfig = (environment: Variables = process.env): Config => read(Environment, environment)

/** Reads these variables, and those of the platform. Whatever else is there is not looked at. */
export function readGiven(names: readonly VariableName[], environment: Variables = process.env): Given {
  const mask = Object.fromEntries([...platform, ...names].map((name) => [name, true]))
  return read(Environment.pick(mask as Record<VariableName, true>), environment)
}

/** The part of a whole configuration that `readGiven` would read. */
export function pickGiven(names: readonly VariableName[], config: Config): Given {
  const chosen: ReadonlySet<string> = new Set([...platform, ...names])
  return Object.fromEntries(Object.entries(config).filter(([name]) => chosen.has(name)))
}

/** One variable's value. @throws when this process was not given it */
export function given<Name extends VariableName>(config: Given, name: Name): NonNullable<Config[Name]> {
  const value = config[name]
  if (value !== undefined) return value as NonNullable<Config[Name]>
  throw new Error(
    `${name} was not given to this process. What a function is given follows from what it reaches: see lambdas/variables.ts.`,
  )
}

function read<Read extends Given>(schema: z.ZodType<Read>, environment: Variables): Read {
  const { data, error } = schema.safeParse(environment)
  if (error) throw incomplete(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const mixed = mixedPlaces(data)
  if (mixed.length > 0) throw incomplete(mixed)
  return data
}

/** What is wrong with an environment, all of it at once. */
export const incomplete = (problems: readonly string[]) =>
  new Error(['The environment is not complete:', ...problems].join('\n  '))
