/**
 * The DynamoDB table of messages, as CDK deploys it and the local runner makes it.
 * The stream carries keys alone: a stream keeps its records for a day, and a body may have an hour.
 */
export const messagesTable = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Each person's conversations, the latest message last. Only inbox entries have its sort key. */
  inboxIndex: { name: 'inbox', partitionKey: 'pk', sortKey: 'lastMessageId' },
  /** Seconds since 1970. Reads look at it themselves; DynamoDB deletes some time later. */
  ttlAttribute: 'expiresAt',
  streamView: 'KEYS_ONLY',
} as const
