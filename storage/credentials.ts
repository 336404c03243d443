import type {
  AuthenticationResultType,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  ChangePasswordCommand,
  GetUserCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { Refusal } from '@mayfly/contract/refusal'
import { refused } from './identity-refusals.ts'

interface Ways {
  authenticate: (name: string, password: string) => Promise<AuthenticationResultType>
  signOut: (refreshToken: string) => Promise<unknown>
}

/** What a person signs in with, and how they change it. */
export const credentialCalls = (cognito: CognitoIdentityProviderClient, { authenticate, signOut }: Ways) => ({
  /** @throws Refusal `invalid` at the field `password` */
  checkPassword: async (personId: string, password: string): Promise<void> => {
    const { RefreshToken } = await authenticate(personId, password).catch(refusedAtField)
    if (RefreshToken) await signOut(RefreshToken)
  },

  findEmail: async (accessToken: string): Promise<string> => {
    const { UserAttributes = [] } = await cognito
      .send(new GetUserCommand({ AccessToken: accessToken }))
      .catch(refused)
    return UserAttributes.find(({ Name }) => Name === 'email')?.Value ?? ''
  },

  /** @throws Refusal `invalid` at the field `password` or `newPassword` */
  changePassword: async (accessToken: string, password: string, newPassword: string): Promise<void> => {
    const change = {
      AccessToken: accessToken,
      PreviousPassword: password,
      ProposedPassword: newPassword,
    }
    await cognito.send(new ChangePasswordCommand(change)).catch(refusedAtField)
  },

  /** Sends a code to a new address. The old one stays until then: the pool's `AttributesRequireVerificationBeforeUpdate`. */
  startEmailChange: async (accessToken: string, email: string): Promise<void> => {
    const change = { AccessToken: accessToken, UserAttributes: [{ Name: 'email', Value: email }] }
    await cognito.send(new UpdateUserAttributesCommand(change)).catch(refused)
  },

  confirmEmail: async (accessToken: string, code: string): Promise<void> => {
    const verify = { AccessToken: accessToken, AttributeName: 'email', Code: code }
    await cognito.send(new VerifyUserAttributeCommand(verify)).catch(refused)
  },
})

/** Whoever is signed in and types a wrong password stays signed in. */
function refusedAtField(error: Error): never {
  if (error.name === 'NotAuthorizedException' && /incorrect username or password/i.test(error.message))
    throw invalidAt('password', 'This is not your password.')
  if (error.name === 'InvalidPasswordException') throw invalidAt('newPassword', 'This password is too weak.')
  refused(error)
}

const invalidAt = (field: string, sentence: string) => new Refusal('invalid', sentence, { [field]: sentence })
