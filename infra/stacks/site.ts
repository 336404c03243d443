import { LIVE_PATH } from '@mayfly/contract/live'
import { siteHeaders } from '@mayfly/contract/site-headers'
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import type * as acm from 'aws-cdk-lib/aws-certificatemanager'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin, VpcOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { headersPolicy } from '../headers-policy.ts'
import type { Plan } from '../plan.ts'
import { privateBucket } from '../private-bucket.ts'
import { pointTo } from '../records.ts'
import { viewerFunction } from '../viewer-function.ts'

/** Longer than the pause between two beats of the backend. */
const QUIET = Duration.seconds(60)

/** The React client in its bucket behind CloudFront, and the way of live events to the backend. */
export class Site extends Stack {
  readonly bucket: s3.Bucket
  readonly distribution: cloudfront.Distribution

  constructor(
    scope: Construct,
    id: string,
    plan: Plan,
    certificate: acm.ICertificate,
    balancer: elb.IApplicationLoadBalancer,
  ) {
    const { names, env } = plan
    super(scope, id, { env, description: 'Mayfly: the site.' })
    this.bucket = privateBucket(this, 'Bucket', plan, { bucketName: names.siteBucket })
    const headers = headersPolicy(
      this,
      'Headers',
      siteHeaders({
        apiOrigin: `https://${names.apiHost}`,
        assetsOrigin: `https://${names.assetsHost}`,
        uploadsOrigin: names.bucketOrigin(names.rawBucket),
        heldOrigin: names.bucketOrigin(names.processedBucket),
      }),
    )
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Mayfly: the site',
      domainNames: [names.siteHost, names.wwwHost],
      certificate,
      defaultRootObject: 'index.html',
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
          originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
        }),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
        compress: true,
        // The pipeline says with each file how long it may be kept.
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        functionAssociations: [
          {
            function: viewerFunction(this, 'Viewer', 'site-viewer.js'),
            eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
          },
        ],
      },
      additionalBehaviors: {
        [LIVE_PATH]: {
          origin: VpcOrigin.withApplicationLoadBalancer(balancer, {
            domainName: names.backendHost,
            protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
            originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
            readTimeout: QUIET,
          }),
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
          // What is packed is held back until there is enough of it.
          compress: false,
          cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
          originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers,
        },
      },
      // The page for what is not there is for people, so it is one of the site's own.
      errorResponses: [
        {
          httpStatus: 404,
          responseHttpStatus: 404,
          responsePagePath: '/404.html',
          ttl: Duration.minutes(1),
        },
      ],
    })
    new CfnOutput(this, 'DistributionId', { value: this.distribution.distributionId })
    for (const host of [names.siteHost, names.wwwHost]) pointTo(this, plan, host, this.distribution)
  }
}
