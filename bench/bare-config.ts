import type { Config } from '@mayfly/config/config'

/** What a backend is told that has its database, and nothing else behind it. */
export const bareConfig = (databaseUrl: string): Config => ({
  PORT: 0,
  DATABASE_URL: databaseUrl,
  AWS_REGION: 'us-east-1',
  COGNITO_USER_POOL_ID: 'us-east-1_Bench',
  COGNITO_CLIENT_ID: 'bench',
  COGNITO_CLIENT_SECRET: 'bench',
  MESSAGES_TABLE: 'messages',
  RAW_BUCKET: 'raw',
  PROCESSED_BUCKET: 'processed',
  RATE_SECRET: 'nobody is counted',
  SITE_ORIGINS: ['http://localhost:3000'],
  RATE_FACTOR: 1,
  PEOPLE_PER_ADDRESS: 1,
  LOG_LEVEL: 'silent',
})
