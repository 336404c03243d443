import type { LambdaName } from '@mayfly/lambdas/wiring'
import type { Settings } from './settings-schema.ts'

export type Names = ReturnType<typeof namesFor>

/** What things are called: fixed names, so that no part has to be asked for another's. */
export function namesFor({ account, region, domain }: Settings) {
  const bucket = (what: string) => `mayfly-${what}-${account}-${region}`
  return {
    siteHost: domain,
    wwwHost: `www.${domain}`,
    apiHost: `api.${domain}`,
    assetsHost: `assets.${domain}`,
    /** On the load balancer's certificate, for whoever asks it inside AWS; it is in no zone. */
    backendHost: `backend.${domain}`,
    siteOrigins: [`https://${domain}`, `https://www.${domain}`],
    siteBucket: bucket('site'),
    rawBucket: bucket('raw'),
    processedBucket: bucket('processed'),
    artifactsBucket: bucket('artifacts'),
    /** A bucket's own address, where browsers post to and read presigned addresses from. */
    bucketOrigin: (name: string) => `https://${name}.s3.${region}.amazonaws.com`,
    messagesTable: 'mayfly-messages',
    databaseInstance: 'mayfly',
    databaseName: 'mayfly',
    function: (name: LambdaName) => `mayfly-${name}`,
    cluster: 'mayfly',
    service: 'backend',
    repository: 'mayfly-backend',
    /** Where the pipeline notes the image that is to run. */
    imageTag: '/mayfly/image-tag',
    userPool: 'mayfly-people',
    rateSecret: 'mayfly/rate-secret',
    pipeline: 'mayfly',
    buildProject: (step: string) => `mayfly-${step}`,
    dashboard: 'mayfly',
  }
}
