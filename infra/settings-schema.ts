import { z } from 'zod'
import { cloudFrontPrefixLists } from './cloudfront-prefix-lists.ts'

const regions = Object.keys(cloudFrontPrefixLists)

const Settings = z
  .strictObject({
    account: z.string().regex(/^\d{12}$/, 'An AWS account has twelve digits, as text: "123456789012".'),
    region: z
      .string()
      .refine(
        (region) => regions.includes(region),
        `Mayfly knows these regions: ${regions.join(', ')}. Another one goes into cloudfront-prefix-lists.ts.`,
      ),
    domain: z
      .string()
      .regex(
        /^(?!www\.)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
        'A domain is written in small letters, without scheme, path or www: "example.com".',
      ),
    hostedZoneId: z
      .string()
      .regex(/^Z[A-Z0-9]{8,31}$/, 'A zone of Route 53 has an id like "Z0ABCDEFGHIJKL".'),
    source: z.strictObject({
      connectionArn: z
        .string()
        .regex(
          /^arn:aws:(codeconnections|codestar-connections):[a-z0-9-]+:\d{12}:connection\/[0-9a-f-]{36}$/,
          'A connection looks like "arn:aws:codeconnections:us-east-1:123456789012:connection/…".',
        ),
      repository: z
        .string()
        .regex(/^[\w.-]+(\/[\w.-]+)+$/, 'A repository is named with its owner: "example/mayfly".'),
      branch: z.string().min(1, 'The branch that is deployed has a name, mostly "main".'),
    }),
    operatorEmail: z.email('Alarms go to an e-mail address.'),
    mailFrom: z.optional(z.email('Mails come from an e-mail address, or leave it out.')),
    size: z.enum(['demo', 'small', 'large'], 'A size is "demo", "small" or "large".'),
    keepsData: z.boolean('Whether data outlives its stacks is true or false.'),
  })
  .refine(({ source, account }) => source.connectionArn.includes(`:${account}:`), {
    path: ['source', 'connectionArn'],
    message: 'The connection belongs to another account.',
  })
  .refine(({ mailFrom, domain }) => mailFrom === undefined || mailFrom.endsWith(`@${domain}`), {
    path: ['mailFrom'],
    message: 'Mails come from an address of the domain itself: "hello@example.com".',
  })

/** What an operator decides. */
export type Settings = z.infer<typeof Settings>

/** Checks what was filled in. Every problem is told at once, by name. */
export function checkSettings(input: unknown): Settings {
  const parsed = Settings.safeParse(input)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`infra/settings.ts is not right yet:\n${problems.join('\n')}`)
}
