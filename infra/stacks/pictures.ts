import { bucketLifecycles, uploadCors } from '@mayfly/config/buckets'
import { assetsHeaders } from '@mayfly/contract/site-headers'
import { Duration, Stack } from 'aws-cdk-lib'
import type * as acm from 'aws-cdk-lib/aws-certificatemanager'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import * as s3 from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { headersPolicy } from '../headers-policy.ts'
import { type FunctionSurroundings, MayflyFunction } from '../mayfly-function.ts'
import { privateBucket } from '../private-bucket.ts'
import { pointTo } from '../records.ts'
import { rightsFor } from '../rights.ts'
import { viewerFunction } from '../viewer-function.ts'

const FIVE_MINUTES = Duration.minutes(5)
const ONE_YEAR = Duration.days(365)

/** Both buckets of pictures, the function between them, and the CDN that shows what is ready. */
export class Pictures extends Stack {
  readonly processImage: MayflyFunction
  readonly distribution: cloudfront.Distribution

  constructor(
    scope: Construct,
    id: string,
    surroundings: FunctionSurroundings,
    certificate: acm.ICertificate,
  ) {
    const { plan } = surroundings
    const { names, env } = plan
    super(scope, id, { env, description: 'Mayfly: pictures.' })
    const raw = privateBucket(this, 'Raw', plan, {
      bucketName: names.rawBucket,
      lifecycleRules: bucketLifecycles.raw.map(lifecycleRule),
      cors: [
        {
          allowedOrigins: names.siteOrigins,
          allowedMethods: [s3.HttpMethods[uploadCors.allowedMethod]],
          allowedHeaders: [],
          maxAge: uploadCors.maxAgeSeconds,
        },
      ],
    })
    const processed = privateBucket(this, 'Processed', plan, {
      bucketName: names.processedBucket,
      lifecycleRules: bucketLifecycles.processed.map(lifecycleRule),
    })
    this.processImage = new MayflyFunction(this, surroundings, 'process-image', {
      rights: rightsFor(names, env.region, env.account)['process-image'],
    })
    this.wakeOnUpload(raw)

    const viewer = viewerFunction(this, 'Viewer', 'assets-viewer.js')
    this.distribution = new cloudfront.Distribution(this, 'Assets', {
      comment: 'Mayfly: pictures',
      domainNames: [names.assetsHost],
      certificate,
      // The viewer function answers for the root itself.
      defaultRootObject: 'none',
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(processed, {
          originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
        }),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
        compress: false,
        // An object says how long it may be kept; one that says nothing is not kept for long.
        cachePolicy: new cloudfront.CachePolicy(this, 'Cache', {
          comment: 'As the object says',
          minTtl: Duration.seconds(0),
          defaultTtl: FIVE_MINUTES,
          maxTtl: ONE_YEAR,
        }),
        responseHeadersPolicy: headersPolicy(this, 'Headers', assetsHeaders),
        functionAssociations: [
          { function: viewer, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST },
          { function: viewer, eventType: cloudfront.FunctionEventType.VIEWER_RESPONSE },
        ],
      },
      // A missing picture may be there in a moment.
      errorResponses: [{ httpStatus: 404, ttl: Duration.seconds(0) }],
    })
    pointTo(this, plan, names.assetsHost, this.distribution)
  }

  /** By CloudFormation itself: CDK's own way takes one more function, with rights over every bucket. */
  private wakeOnUpload(raw: s3.Bucket): void {
    const bucket = raw.node.defaultChild as s3.CfnBucket
    const permission = new lambda.CfnPermission(this, 'MayWake', {
      action: 'lambda:InvokeFunction',
      functionName: this.processImage.functionArn,
      principal: 's3.amazonaws.com',
      sourceAccount: this.account,
      sourceArn: `arn:aws:s3:::${bucket.bucketName}`,
    })
    bucket.addResourceDependency(permission)
    bucket.notificationConfiguration = {
      lambdaConfigurations: [{ event: 's3:ObjectCreated:*', function: this.processImage.functionArn }],
    }
  }
}

function lifecycleRule(rule: (typeof bucketLifecycles)['raw'][number]): s3.LifecycleRule {
  const { prefix, expireAfterDays, abortIncompleteUploadsAfterDays } = rule
  return {
    prefix,
    expiration: Duration.days(expireAfterDays),
    ...(abortIncompleteUploadsAfterDays
      ? { abortIncompleteMultipartUploadAfter: Duration.days(abortIncompleteUploadsAfterDays) }
      : {}),
  }
}
