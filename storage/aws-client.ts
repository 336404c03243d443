import { type Given, given } from '@mayfly/config/config'

/** Where a client of the AWS SDK calls, and as whom. */
export function clientFor(config: Given, endpoint: string | undefined) {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = config
  return {
    region: given(config, 'AWS_REGION'),
    ...(endpoint ? { endpoint } : {}),
    // On Lambda the environment holds them; in the container they are missing, and the SDK asks for its role's.
    ...(AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY
      ? {
          credentials: {
            accessKeyId: AWS_ACCESS_KEY_ID,
            secretAccessKey: AWS_SECRET_ACCESS_KEY,
            ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
          },
        }
      : {}),
  }
}
