import type { Template } from '../templates-in-test.ts'

/** What in a stack's template makes an arrow true. */
interface Reason {
  stack: string
  evidence: RegExp
}

const inStack = (stack: string, evidence: RegExp): Reason => ({ stack: `mayfly-${stack}`, evidence })

/** Why the arrows are there that neither wiring nor routes nor the backend's rights make. */
export const reasons: Readonly<Record<string, Reason>> = {
  // The policy of the site's pages says whom they may ask.
  'site -> gateway': inStack('site', /connect-src 'self' https:\/\/api\./),
  'site -> assets': inStack('site', /img-src [^;]*https:\/\/assets\./),
  'site -> raw': inStack('site', /connect-src [^;]*https:\/\/mayfly-raw-/),
  'site -> processed': inStack('site', /img-src [^;]*https:\/\/mayfly-processed-/),
  'site -> balancer': inStack('site', /AWS::CloudFront::VpcOrigin/),
  'assets -> processed': inStack('pictures', /"Service":"cloudfront\.amazonaws\.com"/),
  'balancer -> backend': inStack('backend', /"LoadBalancers":\[\{"ContainerName":"backend"/),
  'processImage -> letters': inStack('pictures', /"DeadLetterConfig"/),
  'deliverMessage -> letters': inStack('messages', /"OnFailure"/),
  'expirePosts -> letters': inStack('sweep', /"DeadLetterConfig"/),
  'watch -> backend': inStack('watch', /CPUUtilization.*AWS\/ECS|AWS\/ECS.*CPUUtilization/),
  'watch -> letters': inStack('watch', /ApproximateNumberOfMessagesVisible/),
  'names -> site': inStack('site', /AWS::Route53::RecordSet/),
  'names -> assets': inStack('pictures', /AWS::Route53::RecordSet/),
  'names -> gateway': inStack('api', /AWS::Route53::RecordSet/),
  'pipeline -> images': inStack('pipeline', /ecr:PutImage/),
  'pipeline -> migrations': inStack('pipeline', /ecs:RunTask/),
  'pipeline -> backend': inStack('pipeline', /sts:AssumeRole[^}]*deploy-role/),
  'pipeline -> site': inStack('pipeline', /s3:PutObject[^}]*mayfly-site-/),
  'migrations -> postgres': inStack('migrations', /DATABASE_HOST/),
  'migrations -> images': inStack('migrations', /"Image":/),
  'backend -> images': inStack('backend', /"Image":/),
}

/** Reasons that are none any more, in sentences. */
export const staleReasons = (templates: Record<string, Template>): string[] =>
  Object.entries(reasons)
    .filter(([, { stack, evidence }]) => !evidence.test(JSON.stringify(templates[stack] ?? {})))
    .map(([arrow, { stack }]) => `Nothing in ${stack} makes the arrow ${arrow} true any more.`)
