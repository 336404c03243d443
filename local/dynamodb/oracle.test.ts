/**
 * Compares the embedded DynamoDB with DynamoDB Local, Amazon's own in Java, call by call over random scripts.
 *
 * It is optional, since DynamoDB Local is no part of this project. To run it, have Java 17 or later on PATH and a copy of
 * DynamoDB Local anywhere outside the repository, and name its folder, the one with `DynamoDBLocal.jar` and
 * `DynamoDBLocal_lib`: `DYNAMODB_LOCAL=<folder> npm exec -- vitest run --project conformance local/dynamodb/oracle`.
 * Amazon offers it for download; the npm package amplify-dynamodb-simulator holds a copy too (`npm pack` fetches it,
 * the folder is `package/emulator`). A failure prints the shortest script that shows the difference.
 */
import type { DynamoDB } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersTo, isSuccess, leftIn } from './answers-for-tests.ts'
import { chatTable, clientFor, closeHouses, openHouse, streamsFor, TableName } from './dynamodb-for-tests.ts'
import { obstacleTo, startDynamoDbLocal } from './dynamodb-local-for-tests.ts'
import { script } from './script-for-tests.ts'

const folder = process.env.DYNAMODB_LOCAL
const obstacle = obstacleTo(folder)
const because = obstacle === undefined ? '' : ` (skipped: ${obstacle})`

describe.skipIf(obstacle !== undefined)(`beside DynamoDB Local${because}`, () => {
  let local: Awaited<ReturnType<typeof startDynamoDbLocal>> | undefined

  beforeAll(async () => {
    local = await startDynamoDbLocal(folder ?? '')
  })
  afterAll(async () => {
    await local?.stop()
    await closeHouses()
  })

  it('random scripts get the same answers and leave the same items and stream records', async () => {
    const house = await openHouse()
    const url = local?.url ?? ''
    const oracle = { client: clientFor(url), streams: streamsFor(url) }
    let successes = 0
    await fc.assert(
      fc.asyncProperty(script, async (calls) => {
        await makeAnew(house.client)
        await makeAnew(oracle.client)
        for (const call of calls) {
          const expected = await answersTo(oracle.client, call)
          expect(await answersTo(house.client, call)).toEqual(expected)
          if (expected.every(isSuccess)) successes += 1
        }
        expect(await leftIn(house)).toEqual(await leftIn(oracle))
      }),
      { seed: 20, numRuns: 40 },
    )
    expect(house.errors).toEqual([])
    expect(successes).toBeGreaterThan(300)
  }, 300_000)
})

async function makeAnew(client: DynamoDB): Promise<void> {
  const { TableNames = [] } = await client.listTables()
  if (TableNames.includes(TableName)) await client.deleteTable({ TableName })
  await client.createTable(chatTable)
}
