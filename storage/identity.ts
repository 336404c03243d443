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
import { type Given, given } from '@mayfly/config/config'
import { credentialCalls } from './credentials.ts'
import { refused } from './identity-refusals.ts'
import { signedIn } from './signed-in.ts'
import { tokenVerifier } from './tokens.ts'

/** Two attempts fit into the 30 s that the gateway waits. */
const timeouts = { connectionTimeout: 2_000, requestTimeout: 13_000, throwOnRequestTimeout: true }

/** People's accounts and sessions, as Cognito keeps them. Its refusals are thrown as ours. */
export function identityStore(config: Given) {
  const endpoint = config.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER
  const cognito = new CognitoIdentityProviderClient({
    region: given(config, 'AWS_REGION'),
    ...(endpoint ? { endpoint } : {}),
    // Every call here is one that Cognito takes unsigned.
    credentials: { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' },
    maxAttempts: 2,
    requestHandler: timeouts,
  })
  const client = () => ({
    ClientId: given(config, 'COGNITO_CLIENT_ID'),
    ClientSecret: given(config, 'COGNITO_CLIENT_SECRET'),
  })

  /** Names the user and proves that it is our backend that asks. */
  const named = (email: string) => ({
    ClientId: client().ClientId,
    Username: email,
    SecretHash: secretHash(email),
  })

  const secretHash = (username: string) =>
    createHmac('sha256', client().ClientSecret)
      .update(username + client().ClientId)
      .digest('base64')

  /** @param name the e-mail address, or the person's id */
  async function authenticate(name: string, password: string): Promise<AuthenticationResultType> {
    const { AuthenticationResult = {} } = await cognito.send(
      new InitiateAuthCommand({
        ClientId: client().ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: name, PASSWORD: password, SECRET_HASH: secretHash(name) },
      }),
    )
    return AuthenticationResult
  }

  const signIn = async (email: string, password: string, now: Date) =>
    signedIn(await authenticate(email, password).catch(refused), now)

  const signOutEverywhere = (accessToken: string) =>
    cognito.send(new GlobalSignOutCommand({ AccessToken: accessToken })).catch(refused)

  const signOut = (refreshToken: string) =>
    cognito.send(new RevokeTokenCommand({ ...client(), Token: refreshToken })).catch(refused)

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

    signIn,

    refresh: async (refreshToken: string, now: Date) => {
      const { AuthenticationResult } = await cognito
        .send(new GetTokensFromRefreshTokenCommand({ ...client(), RefreshToken: refreshToken }))
        .catch(refused)
      return signedIn(AuthenticationResult ?? {}, now)
    },

    signOut,

    signOutEverywhere,

    forgotPassword: (email: string) => cognito.send(new ForgotPasswordCommand(named(email))).catch(refused),

    /**
     * Sets the new password and ends every session, for whoever knew the old one may be in.
     * @returns whose it is
     */
    resetPassword: async (
      input: { email: string; code: string; password: string },
      now: Date,
    ): Promise<string> => {
      await cognito
        .send(
          new ConfirmForgotPasswordCommand({
            ...named(input.email),
            ConfirmationCode: input.code,
            Password: input.password,
          }),
        )
        .catch(refused)
      const { accessToken, person } = await signIn(input.email, input.password, now)
      await signOutEverywhere(accessToken)
      return person.id
    },

    ...credentialCalls(cognito, { authenticate, signOut }),

    close: () => cognito.destroy(),
  }
}
