/** How the gateway asks, on AWS and on one machine. */
export const gateway = {
  /** Short: the token of somebody who has signed out still works at the gateway for as long. */
  authorizerTtlSeconds: 60,
} as const
