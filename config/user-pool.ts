/** The user pool's settings, as CDK deploys them and the embedded pool keeps them. */
export const userPool = {
  /** Length in UTF-16 units, as Cognito counts. */
  passwordPolicy: {
    minimumLength: 10,
    requireLowercase: true,
    requireNumbers: true,
    requireUppercase: false,
    requireSymbols: false,
  },
  accessTokenMinutes: 15,
  /** For so long one stays signed in without coming back. */
  refreshTokenDays: 30,
  /** A refresh token that was replaced still works for so long: an answer may have been lost. */
  rotationGraceSeconds: 30,
  /** Those who may see what was reported. */
  moderatorsGroup: 'moderators',
} as const
