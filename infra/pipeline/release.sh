#!/usr/bin/env bash
# Brings the database up to date with the new image, then every stack, and with them the backend and the functions. When
# the migrations fail, the note of the image is put back: what runs goes on running. A new service has one task, and is
# given as many as there are to be at least.
set -euo pipefail
npm ci
npm run synth
before="$(aws ssm get-parameter --name "$IMAGE_TAG_PARAMETER" --query Parameter.Value --output text)"
aws ssm put-parameter --name "$IMAGE_TAG_PARAMETER" --value "$CODEBUILD_RESOLVED_SOURCE_VERSION" --overwrite
if ! bash infra/pipeline/migrate.sh; then
  aws ssm put-parameter --name "$IMAGE_TAG_PARAMETER" --value "$before" --overwrite
  exit 1
fi
npm run deploy -- --all --require-approval never --concurrency 4
tasks="$(
  aws ecs describe-services --cluster "$CLUSTER" --services "$SERVICE" --query 'services[0].desiredCount' --output text
)"
if [ "$tasks" -lt "$LEAST_TASKS" ]; then
  aws ecs update-service --cluster "$CLUSTER" --service "$SERVICE" --desired-count "$LEAST_TASKS" > /dev/null
fi
