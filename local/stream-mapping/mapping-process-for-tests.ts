import { setTimeout as wait } from 'node:timers/promises'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { credentials, region } from './credentials-for-tests.ts'
import { startStreamMapping } from './stream-mapping.ts'

const [url = '', streamArn = '', dataDir = ''] = process.argv.slice(2)

/** A mapping in a process of its own, for a test to kill. It prints the sequence numbers that it delivered. */
await startStreamMapping({
  dataDir,
  streams: new DynamoDBStreamsClient({ endpoint: url, region, credentials }),
  streamArn,
  functionName: 'deliver-thing',
  run: async ({ Records }) => {
    await wait(2)
    console.log(Records.map(({ dynamodb }) => dynamodb?.SequenceNumber).join(' '))
  },
  settings: { batchSize: 3, parallelizationFactor: 2 },
  now: () => new Date(),
})
