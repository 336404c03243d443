#!/usr/bin/env bash
# Builds the client and puts it where CloudFront finds it: first what pages ask for, then the pages. What older pages may
# still ask for stays.
set -euo pipefail
npm ci
npm run site
echo "{\"apiOrigin\":\"https://$API_HOST\",\"assetsOrigin\":\"https://$ASSETS_HOST\"}" > web/dist/config.json
aws s3 cp web/dist/assets "s3://$SITE_BUCKET/assets" --recursive --cache-control "public, max-age=31536000, immutable"
aws s3 cp web/dist "s3://$SITE_BUCKET" --recursive --exclude "assets/*" --cache-control no-cache
distribution="$(
  aws cloudformation describe-stacks --stack-name mayfly-site \
    --query "Stacks[0].Outputs[?OutputKey=='DistributionId'].OutputValue" --output text
)"
aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/*'
