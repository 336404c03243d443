#!/usr/bin/env bash
# Runs the migrations of the noted image as a task of its own, and waits for its end. Its log is in /mayfly/migrations.
set -euo pipefail
npm run deploy -- mayfly-migrations --require-approval never
task="$(
  aws ecs run-task --cluster "$CLUSTER" --task-definition mayfly-migrations --launch-type FARGATE \
    --network-configuration "awsvpcConfiguration={subnets=[$SUBNETS],securityGroups=[$MIGRATIONS_GROUP],assignPublicIp=ENABLED}" \
    --query 'tasks[0].taskArn' --output text
)"
aws ecs wait tasks-stopped --cluster "$CLUSTER" --tasks "$task"
code="$(
  aws ecs describe-tasks --cluster "$CLUSTER" --tasks "$task" --query 'tasks[0].containers[0].exitCode' --output text
)"
if [ "$code" != 0 ]; then
  echo "The migrations ended with $code. Their log is in CloudWatch, in /mayfly/migrations." >&2
  exit 1
fi
