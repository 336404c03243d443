/** In this header the backend reads who sent a request: the address as the gateway saw it. */
export const SOURCE_ADDRESS = 'x-source-address'

/**
 * What the gateway writes into every request for the backend, over whatever its caller sent under these names: for CDK
 * the integration's parameter mappings (`overwrite:header.…`), for `local/` the same by hand.
 */
export const gatewayHeaders = {
  'x-request-id': '$context.requestId',
  [SOURCE_ADDRESS]: '$context.identity.sourceIp',
} as const

export type ContextVariable = (typeof gatewayHeaders)[keyof typeof gatewayHeaders]
