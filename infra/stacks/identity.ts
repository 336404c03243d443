import { userPool } from '@mayfly/config/user-pool'
import { CfnOutput, Duration, SecretValue, Stack } from 'aws-cdk-lib'
import * as cognito from 'aws-cdk-lib/aws-cognito'
import * as secrets from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { type FunctionSurroundings, MayflyFunction } from '../mayfly-function.ts'
import type { Settings } from '../settings-schema.ts'

const { passwordPolicy, accessTokenMinutes, refreshTokenDays, rotationGraceSeconds } = userPool

/** Cognito for sign-up, sign-in and sessions, and the function that makes a person of a confirmed account. */
export class Identity extends Stack {
  readonly pool: cognito.UserPool
  readonly client: cognito.UserPoolClient
  /** The client's secret, for the backend alone. */
  readonly clientSecret: secrets.Secret
  /** With it requests are counted by hashes of whom they come from. */
  readonly rateSecret: secrets.Secret
  readonly createUser: MayflyFunction

  constructor(scope: Construct, id: string, surroundings: FunctionSurroundings) {
    const { settings, names, env, onRemoval } = surroundings.plan
    super(scope, id, { env, description: 'Mayfly: people and their sessions.' })
    this.createUser = new MayflyFunction(this, surroundings, 'create-user')
    this.pool = new cognito.UserPool(this, 'People', {
      userPoolName: names.userPool,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // Until the new address is confirmed, the old one is the address.
      keepOriginal: { email: true },
      standardAttributes: {
        email: { required: true, mutable: true },
        preferredUsername: { required: false, mutable: true },
        fullname: { required: false, mutable: true },
      },
      passwordPolicy: {
        minLength: passwordPolicy.minimumLength,
        requireLowercase: passwordPolicy.requireLowercase,
        requireDigits: passwordPolicy.requireNumbers,
        requireUppercase: passwordPolicy.requireUppercase,
        requireSymbols: passwordPolicy.requireSymbols,
      },
      ...(settings.mailFrom ? { email: mailFrom(settings.mailFrom, settings) } : {}),
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      lambdaTriggers: { postConfirmation: this.createUser },
      deletionProtection: settings.keepsData,
      removalPolicy: onRemoval,
    })
    new CfnOutput(this, 'PoolId', { value: this.pool.userPoolId })
    this.client = this.pool.addClient('Backend', {
      userPoolClientName: 'backend',
      generateSecret: true,
      authFlows: { userPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(accessTokenMinutes),
      idTokenValidity: Duration.minutes(accessTokenMinutes),
      refreshTokenValidity: Duration.days(refreshTokenDays),
      refreshTokenRotationGracePeriod: Duration.seconds(rotationGraceSeconds),
    })
    new cognito.UserPoolGroup(this, 'Moderators', {
      userPool: this.pool,
      groupName: userPool.moderatorsGroup,
      description: 'May see what was reported, and decide.',
    })
    const client = this.client.node.defaultChild as cognito.CfnUserPoolClient
    this.clientSecret = new secrets.Secret(this, 'ClientSecret', {
      description: 'Mayfly: with it the backend shows Cognito who it is.',
      secretStringValue: SecretValue.resourceAttribute(client.attrClientSecret),
    })
    this.rateSecret = new secrets.Secret(this, 'RateSecret', {
      secretName: names.rateSecret,
      description: 'Mayfly: with it requests are counted by hashes of whom they come from.',
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
    })
  }
}

/** Through SES, which has to know the domain before: `mail.ts`. */
const mailFrom = (fromEmail: string, { region, domain }: Settings): cognito.UserPoolEmail =>
  cognito.UserPoolEmail.withSES({
    fromEmail,
    fromName: 'Mayfly',
    sesRegion: region,
    sesVerifiedDomain: domain,
  })
