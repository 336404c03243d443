import type { PostConfirmationTriggerEvent } from 'aws-lambda'
import { afterEach, describe, expect, it } from 'vitest'
import {
  becomeMember,
  by,
  closeHouses,
  newestCode,
  openHouse,
  signIn,
  signUp,
  UserPoolId,
} from './pool-for-tests.ts'

afterEach(closeHouses)

const ada = 'ada@example.org'

describe('the post-confirmation Lambda', () => {
  it('gets the event of AWS when a person is confirmed', async () => {
    const events: PostConfirmationTriggerEvent[] = []
    const house = await openHouse({
      postConfirmation: async (event) => {
        events.push(event)
        return event
      },
    })
    const UserAttributes = [{ Name: 'preferred_username', Value: 'ada' }]
    const { UserSub } = await house.client.signUp({
      ...by(ada),
      Password: 'burning-candle-7',
      UserAttributes,
    })
    expect(events).toEqual([])
    const ConfirmationCode = newestCode(house, ada)
    await house.client.confirmSignUp({ ...by(ada), ConfirmationCode, ClientMetadata: { locale: 'en' } })
    expect(events).toEqual([
      {
        version: '1',
        triggerSource: 'PostConfirmation_ConfirmSignUp',
        region: 'us-east-1',
        userPoolId: UserPoolId,
        userName: UserSub,
        callerContext: { awsSdkVersion: expect.any(String), clientId: by(ada).ClientId },
        request: {
          userAttributes: {
            sub: UserSub,
            email: ada,
            email_verified: 'true',
            'cognito:user_status': 'CONFIRMED',
            preferred_username: 'ada',
          },
          clientMetadata: { locale: 'en' },
        },
        response: {},
      },
    ])
  })

  it('is woken by a new password as well', async () => {
    const sources: string[] = []
    const house = await openHouse({
      postConfirmation: async (event) => {
        sources.push(event.triggerSource)
        return event
      },
    })
    await becomeMember(house, ada)
    await house.client.forgotPassword(by(ada))
    const ConfirmationCode = newestCode(house, ada)
    await house.client.confirmForgotPassword({ ...by(ada), ConfirmationCode, Password: 'another-candle-8' })
    expect(sources).toEqual(['PostConfirmation_ConfirmSignUp', 'PostConfirmation_ConfirmForgotPassword'])
  })

  it.each([
    [
      'throws',
      async () => {
        throw new Error('The handle is taken.')
      },
      {
        name: 'UserLambdaValidationException',
        message: 'PostConfirmation failed with error The handle is taken.',
      },
    ],
    ['answers nothing', async () => undefined, { name: 'InvalidLambdaResponseException' }],
    ['never answers', () => new Promise(() => {}), { name: 'UnexpectedLambdaException' }],
  ])('leaves the person confirmed when it %s', async (_, postConfirmation, refusal) => {
    const house = await openHouse({ postConfirmation, postConfirmationSeconds: 0.2 })
    await signUp(house, ada)
    const ConfirmationCode = newestCode(house, ada)
    await expect(house.client.confirmSignUp({ ...by(ada), ConfirmationCode })).rejects.toMatchObject(refusal)
    await house.restart()
    await expect(signIn(house, ada)).resolves.toMatchObject({ TokenType: 'Bearer' })
  })
})
