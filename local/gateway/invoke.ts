import { randomUUID } from 'node:crypto'

/** A Lambda's handler. `never` lets a handler name its own event: the gateway's caller vouches for the fit. */
export type LambdaFunction = (event: never, context: never) => Promise<unknown>

/** A function took longer than its caller waits. It goes on running, as on Lambda, but nobody listens. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut'
}

const LONGEST_PAYLOAD_BYTES = 6 * 1024 * 1024

/**
 * Invokes a function as Lambda does: both ways through JSON, so that neither side shares an object with the other.
 * Throws what the function throws, TimedOut after the time given, and an error for an answer over 6 MB.
 */
export async function invoke(name: string, run: LambdaFunction, event: object, timeoutMs: number) {
  const deadline = performance.now() + timeoutMs
  const context = {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    memoryLimitInMB: '256',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  }
  const copy = JSON.parse(JSON.stringify(event))
  const result = await within(timeoutMs, name, async () => run(copy as never, context as never))
  const payload = JSON.stringify(result ?? null)
  if (Buffer.byteLength(payload) > LONGEST_PAYLOAD_BYTES)
    throw new Error(`The answer of ${name} is longer than the 6 MB that Lambda returns.`)
  return JSON.parse(payload) as unknown
}

async function within<Result>(timeoutMs: number, name: string, run: () => Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const late = () => reject(new TimedOut(`${name} did not answer within ${timeoutMs} ms.`))
  const timer = setTimeout(late, timeoutMs)
  try {
    return await Promise.race([run(), promise])
  } finally {
    clearTimeout(timer)
  }
}
