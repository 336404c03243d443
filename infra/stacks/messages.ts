import { messagesTable } from '@mayfly/config/messages-table'
import { wiring } from '@mayfly/lambdas/wiring'
import { Duration, Stack } from 'aws-cdk-lib'
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Construct } from 'constructs'
import { type FunctionSurroundings, MayflyFunction } from '../mayfly-function.ts'
import { rightsFor } from '../rights.ts'

const { partitionKey, sortKey, inboxIndex, ttlAttribute, streamView } = messagesTable
const text = (name: string) => ({ name, type: dynamodb.AttributeType.STRING })

/** The table of messages, and the function that its stream wakes. */
export class Messages extends Stack {
  readonly table: dynamodb.Table
  readonly deliverMessage: MayflyFunction

  constructor(scope: Construct, id: string, surroundings: FunctionSurroundings) {
    const { settings, names, env, onRemoval } = surroundings.plan
    super(scope, id, { env, description: 'Mayfly: messages and their delivery.' })
    this.table = new dynamodb.Table(this, 'Table', {
      tableName: names.messagesTable,
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: ttlAttribute,
      stream: dynamodb.StreamViewType[streamView],
      encryption: dynamodb.TableEncryption.DEFAULT,
      // A copy of every minute would keep for weeks what was to be gone in an hour: docs/decisions/022.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      deletionProtection: settings.keepsData,
      removalPolicy: onRemoval,
    })
    this.table.addGlobalSecondaryIndex({
      indexName: inboxIndex.name,
      partitionKey: text(inboxIndex.partitionKey),
      sortKey: text(inboxIndex.sortKey),
      projectionType: dynamodb.ProjectionType.ALL,
    })
    const rights = rightsFor(names, env.region, env.account)
    this.deliverMessage = new MayflyFunction(this, surroundings, 'deliver-message', {
      rights: rights['deliver-message'](this.table.tableStreamArn as string),
    })
    const { mapping } = wiring['deliver-message'].on
    const { letters } = this.deliverMessage
    this.deliverMessage.addEventSource(
      new DynamoEventSource(this.table, {
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        batchSize: mapping.batchSize,
        retryAttempts: mapping.maximumRetryAttempts,
        maxRecordAge: Duration.seconds(mapping.maximumRecordAgeSeconds),
        bisectBatchOnError: mapping.bisectBatchOnFunctionError,
        parallelizationFactor: mapping.parallelizationFactor,
        filters: mapping.filters.map((filter) => ({ pattern: JSON.stringify(filter) })),
        ...(letters ? { onFailure: new SqsDlq(letters) } : {}),
      }),
    )
  }
}
