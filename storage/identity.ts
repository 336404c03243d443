import { createHmac } from 'node:crypto'
import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import {
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Config } from '@mayfly/config/config'
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt'
import { refused } from './identity-refusals.ts'
import { tokenVerifier } from './tokens.ts'

/** Two attempts fit into the 30 s that the gateway waits. */
const timeouts = { connectionTimeout: 2_000, requestTimeout: 13_000, throwOnRequestTimeout: true }

export interface SignedIn {
  accessToken: string
  /** The next refresh token; it replaces the one before. */
  refreshToken: string
  expiresAt: Date
  /** Who the person wanted to be when signing up. */
  person: { id: string; handle: string; displayName: string }
}

/** People's accounts and sessions, as Cognito keeps them. Its refusals are thrown as ours. */
export function identityStore(config: Config) {
  const endpoint = config.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER
  const cognito = new CognitoIdentityProviderClient({
    region: config.AWS_REGION,
    ...(endpoint ? { endpoint } : {}),
    // Every call here is one that Cognito takes unsigned.
    credentials: { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' },
    maxAttempts: 2,
    requestHandler: timeouts,
  })
  const client = { ClientId: config.COGNITO_CLIENT_ID, ClientSecret: config.COGNITO_CLIENT_SECRET }

  /** Names the user and proves that it is our backend that asks. */
  const named = (email: string) => ({
    ClientId: client.ClientId,
    Username: email,
    SecretHash: secretHash(email),
  })

  const secretHash = (username: string) =>
    createHmac('sha256', client.ClientSecret)
      .update(username + client.ClientId)
      .digest('base64')

  async function authenticate(email: string, password: string): Promise<AuthenticationResultType> {
    const { AuthenticationResult } = await cognito
      .send(
        new InitiateAuthCommand({
          ClientId: client.ClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: email, PASSWORD: password, SECRET_HASH: secretHash(email) },
        }),
      )
      .catch(refused)
    return AuthenticationResult ?? {}
  }

  const signOutEverywhere = (accessToken: string) =>
    cognito.send(new GlobalSignOutCommand({ AccessToken: accessToken })).catch(refused)

  return {
    verify: tokenVerifier(config),

    signUp: (input: { email: string; password: string; handle: string; displayName: string }) =>
      cognito
        .send(
          new SignUpCommand({
            ...named(input.email),
            Password: input.password,
            UserAttributes: [
              { Name: 'email', Value: input.email },
              { Name: 'preferred_username', Value: input.handle },
              { Name: 'name', Value: input.displayName },
            ],
          }),
        )
        .catch(refused),

    confirm: (email: string, code: string) =>
      cognito.send(new ConfirmSignUpCommand({ ...named(email), ConfirmationCode: code })).catch(refused),

    resendCode: (email: string) =>
      cognito.send(new ResendConfirmationCodeCommand(named(email))).catch(refused),

    signIn: async (email: string, password: string, now: Date): Promise<SignedIn> => {
      return signedIn(await authenticate(email, password), now)
    },

    refresh: async (refreshToken: string, now: Date): Promise<SignedIn> => {
      const { AuthenticationResult } = await cognito
        .send(new GetTokensFromRefreshTokenCommand({ ...client, RefreshToken: refreshToken }))
        .catch(refused)
      return signedIn(AuthenticationResult ?? {}, now)
    },

    signOut: (refreshToken: string) =>
      cognito.send(new RevokeTokenCommand({ ...client, Token: refreshToken })).catch(refused),

    signOutEverywhere,

    forgotPassword: (email: string) => cognito.send(new ForgotPasswordCommand(named(email))).catch(refused),

    /** Sets the new password and ends every session, for whoever knew the old one may be in. */
    resetPassword: async (input: { email: string; code: string; password: string }): Promise<void> => {
      await cognito
        .send(
          new ConfirmForgotPasswordCommand({
            ...named(input.email),
            ConfirmationCode: input.code,
            Password: input.password,
          }),
        )
        .catch(refused)
      const { AccessToken } = await authenticate(input.email, input.password)
      if (AccessToken) await signOutEverywhere(AccessToken)
    },

    close: () => cognito.destroy(),
  }
}

function signedIn(result: AuthenticationResultType, now: Date): SignedIn {
  const { AccessToken, RefreshToken, IdToken, ExpiresIn } = result
  if (!AccessToken || !RefreshToken || !IdToken || !ExpiresIn)
    throw new Error('Cognito answered a sign-in without tokens: is a challenge switched on for this client?')
  // It comes from Cognito itself over our own connection, so its signature proves nothing more.
  const { payload } = decomposeUnverifiedJwt(IdToken)
  return {
    accessToken: AccessToken,
    refreshToken: RefreshToken,
    expiresAt: new Date(now.getTime() + ExpiresIn * 1000),
    person: {
      id: String(payload.sub),
      handle: String(payload.preferred_username ?? ''),
      displayName: String(payload.name ?? payload.preferred_username ?? 'Somebody'),
    },
  }
}
