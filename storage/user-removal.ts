import {
  AdminDeleteUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Given, given } from '@mayfly/config/config'
import { clientFor } from './aws-client.ts'

/** Deletes people from the user pool. Unlike all else that is asked of Cognito, this is signed. */
export function userRemoval(config: Given) {
  const cognito = new CognitoIdentityProviderClient(
    clientFor(config, config.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER),
  )
  return {
    /** Ends all sessions as well. Somebody who is gone already is no failure. */
    remove: async (personId: string): Promise<void> => {
      const user = { UserPoolId: given(config, 'COGNITO_USER_POOL_ID'), Username: personId }
      await cognito.send(new AdminDeleteUserCommand(user)).catch((error: unknown) => {
        if (!(error instanceof UserNotFoundException)) throw error
      })
    },
    close: () => cognito.destroy(),
  }
}
