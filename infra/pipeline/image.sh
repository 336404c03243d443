#!/usr/bin/env bash
# Builds the backend's image under the commit's name, once.
set -euo pipefail
registry="$ACCOUNT.dkr.ecr.$AWS_REGION.amazonaws.com"
tag="$CODEBUILD_RESOLVED_SOURCE_VERSION"
if aws ecr describe-images --repository-name "$REPOSITORY" --image-ids "imageTag=$tag" > /dev/null 2>&1; then
  echo "The image of this commit is there."
  exit 0
fi
npm ci
npm run image
aws ecr get-login-password | docker login --username AWS --password-stdin "$registry"
# Attestations would count as images, of which the registry keeps the last ten.
BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker build --platform linux/arm64 --file api/Dockerfile --tag "$registry/$REPOSITORY:$tag" api
docker push "$registry/$REPOSITORY:$tag"
