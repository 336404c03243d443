import { startDynamoDb } from './dynamodb.ts'
import { credentials, region } from './dynamodb-for-tests.ts'

const [dataDir = ''] = process.argv.slice(2)

/** A DynamoDB in a process of its own, for a test to kill. It prints its address. */
const dynamodb = await startDynamoDb({ dataDir, region, credentials, now: () => new Date() })
console.log(dynamodb.url)
