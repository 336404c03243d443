import {
  AdminAddUserToGroupCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Config } from '@mayfly/config/config'
import { userPool } from '@mayfly/config/user-pool'

/** Makes somebody a moderator as an operator would, from their next token on. */
export async function addModerator(config: Config, email: string): Promise<void> {
  const cognito = new CognitoIdentityProviderClient({
    region: config.AWS_REGION,
    endpoint: config.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? '',
    credentials: {
      accessKeyId: config.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: config.AWS_SECRET_ACCESS_KEY ?? '',
    },
  })
  const target = {
    UserPoolId: config.COGNITO_USER_POOL_ID,
    Username: email,
    GroupName: userPool.moderatorsGroup,
  }
  await cognito.send(new AdminAddUserToGroupCommand(target)).finally(() => cognito.destroy())
}
