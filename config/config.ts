import { z } from 'zod'

const origin = z
  .url()
  .refine((url) => new URL(url).origin === url, 'an origin has no path: https://example.com')

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AWS_REGION: z.string().min(1),
  COGNITO_USER_POOL_ID: z.string().regex(/^[\w-]+_\w+$/, 'looks like us-east-1_Example'),
  COGNITO_CLIENT_ID: z.string().min(1),
  COGNITO_CLIENT_SECRET: z.string().min(1),
  /** The SDK's own name for another endpoint; unset on AWS. */
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
  /** How many times the usual number of requests everybody may make; less than 1 in bad times. */
  RATE_FACTOR: z.coerce.number().positive().default(1),
  /** How many people are expected behind one network address: it may make so many times the usual number. */
  PEOPLE_PER_ADDRESS: z.coerce.number().int().min(1).default(1),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Config = z.infer<typeof Environment>
export type VariableName = keyof Config

/** Reads the environment once, at the entry. Every missing or wrong name is told in one error. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const parsed = Environment.safeParse(environment)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not complete:\n${problems.join('\n')}`)
}
