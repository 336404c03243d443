import { type Given, given } from '@mayfly/config/config'
import { Refusal } from '@mayfly/contract/refusal'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { FetchError, JwksValidationError, JwtBaseError } from 'aws-jwt-verify/error'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'

/** What a verified access token says of the one who sends it. */
export interface TokenHolder {
  userId: string
  /** The sign-in that it comes from. */
  sessionId: string
  groups: readonly string[]
  /** When the token is over. */
  endsAt: Date
}

const KEYS_TIMEOUT_MILLISECONDS = 3_000

/** Verifies access tokens: signature, issuer, client, use and expiry. */
export function tokenVerifier(config: Given) {
  let verifier: ReturnType<typeof openVerifier> | undefined

  const openVerifier = () =>
    CognitoJwtVerifier.create(
      {
        userPoolId: given(config, 'COGNITO_USER_POOL_ID'),
        clientId: given(config, 'COGNITO_CLIENT_ID'),
        tokenUse: 'access' as const,
      },
      { jwksCache: new SimpleJwksCache({ fetcher: { fetch: fetchKeys } }) },
    )

  /** The user pool's public keys, from the same endpoint that the SDK is told to use. */
  async function fetchKeys(address: string): Promise<ArrayBuffer> {
    const endpoint = config.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER
    const url = endpoint ? new URL(new URL(address).pathname, endpoint) : address
    const response = await fetch(url, { signal: AbortSignal.timeout(KEYS_TIMEOUT_MILLISECONDS) }).catch(
      (cause) => {
        throw new FetchError(String(url), cause)
      },
    )
    if (!response.ok) throw new FetchError(String(url), `status ${response.status}`)
    return response.arrayBuffer()
  }

  /** @throws Refusal `signed-out` when the token is not good at `now` */
  return async function verify(token: string, now: Date): Promise<TokenHolder> {
    verifier ??= openVerifier()
    try {
      const claims = await verifier.verify(token)
      // The library looks at the machine's clock; a request has one clock of its own.
      if (claims.exp * 1000 <= now.getTime()) throw signedOut()
      if (typeof claims.origin_jti !== 'string') throw signedOut()
      return {
        userId: claims.sub,
        sessionId: claims.origin_jti,
        groups: claims['cognito:groups'] ?? [],
        endsAt: new Date(claims.exp * 1000),
      }
    } catch (error) {
      if (error instanceof FetchError || error instanceof JwksValidationError) throw keysMissing(error)
      if (error instanceof JwtBaseError) throw signedOut()
      throw error
    }
  }
}

const signedOut = () => new Refusal('signed-out', 'Your session is over. Please sign in again.')

function keysMissing(cause: Error): Refusal {
  const sentence = 'Mayfly cannot check sessions now. Please try again in a moment.'
  return Object.assign(new Refusal('unavailable', sentence), { cause })
}
