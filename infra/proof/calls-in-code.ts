import { type Block, closureOf, type filesOf } from './code-blocks.ts'

/** What each command of the SDK asks IAM for. Cognito takes the others of its own unsigned, so IAM is not asked. */
const actionsOf: Record<string, readonly string[]> = {
  GetObjectCommand: ['s3:GetObject'],
  PutObjectCommand: ['s3:PutObject'],
  createPresignedPost: ['s3:PutObject'],
  CopyObjectCommand: ['s3:GetObject', 's3:PutObject'],
  DeleteObjectsCommand: ['s3:DeleteObject'],
  CreateMultipartUploadCommand: ['s3:PutObject'],
  UploadPartCommand: ['s3:PutObject'],
  CompleteMultipartUploadCommand: ['s3:PutObject'],
  AbortMultipartUploadCommand: ['s3:AbortMultipartUpload'],
  GetCommand: ['dynamodb:GetItem'],
  QueryCommand: ['dynamodb:Query'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  // What it asks for are the rights of its writes.
  TransactWriteCommand: [],
  'Put in a transaction': ['dynamodb:PutItem'],
  'Update in a transaction': ['dynamodb:UpdateItem'],
  'Delete in a transaction': ['dynamodb:DeleteItem'],
  'ConditionCheck in a transaction': ['dynamodb:ConditionCheckItem'],
  AdminDeleteUserCommand: ['cognito-idp:AdminDeleteUser'],
}

const unsigned = [
  'ChangePasswordCommand',
  'ConfirmForgotPasswordCommand',
  'ConfirmSignUpCommand',
  'ForgotPasswordCommand',
  'GetTokensFromRefreshTokenCommand',
  'GetUserCommand',
  'GlobalSignOutCommand',
  'InitiateAuthCommand',
  'ResendConfirmationCodeCommand',
  'RevokeTokenCommand',
  'SignUpCommand',
  'UpdateUserAttributesCommand',
  'VerifyUserAttributeCommand',
]

type Files = ReturnType<typeof filesOf>

/** The commands of storage that no table names: nobody could say who may send them. */
export function unknownCommands(files: Files): string[] {
  return [...files].flatMap(([file, { text }]) =>
    commandsIn(text)
      .filter((command) => !(command in actionsOf) && !unsigned.includes(command))
      .map(
        (command) => `storage/${file} sends ${command}, and infra/proof/calls-in-code.ts does not know it.`,
      ),
  )
}

function commandsIn(text: string): string[] {
  const sent = [...text.matchAll(/\bnew (\w+Command)\(|\b(createPresignedPost)\(/g)]
  const writes = [...text.matchAll(/\b(Put|Update|Delete|ConditionCheck): \{\s*TableName/g)]
  return [
    ...sent.map(([, command, presigned]) => command ?? presigned ?? ''),
    ...writes.map(([, write]) => `${write} in a transaction`),
  ]
}

/** The actions that the code behind an entry file asks IAM for, through the stores that it uses. */
export function actionsBehind(entry: string, files: Files): string[] {
  const stores = storesIn(files)
  const uses = closureOf(entry).matchAll(/\b(\w+)\.(?=(\w+))/g)
  const used = new Set<Block>()
  for (const [, store = '', name = ''] of uses) {
    const file = stores.get(store)
    const block = file === undefined ? undefined : memberOf(file, name, files)
    if (block) follow(block, files, used)
  }
  const commands = [...used].flatMap(({ text }) => commandsIn(text))
  return [...new Set(commands.flatMap((command) => actionsOf[command] ?? []))].sort()
}

/** Which file each store is from, as `storage/stores.ts` opens them. */
function storesIn(files: Files): Map<string, string> {
  const { text = '', imports } = files.get('stores.ts') ?? {}
  const opened = text.matchAll(/(?:const (\w+) =|(\w+):) (\w+)\((?:database|config|messagesTable)\b/g)
  return new Map(
    [...opened].flatMap(([, local, member, factory = '']) => {
      const file = imports?.get(factory)
      return file === undefined ? [] : [[local ?? member ?? '', file] as const]
    }),
  )
}

/** A store may hand out what a part of it, from another file, can do. */
function memberOf(file: string, name: string, files: Files): Block | undefined {
  const own = files.get(file)
  const parts = [...new Set(own?.imports.values())]
  return own?.blocks.get(name) ?? parts.map((part) => files.get(part)?.blocks.get(name)).find(Boolean)
}

/** What a block calls: blocks beside it and of other files, the table of messages, the buckets. */
function follow(block: Block, files: Files, used: Set<Block>): void {
  if (used.has(block)) return
  used.add(block)
  const { blocks, imports } = files.get(block.file) ?? {}
  for (const [, owner, name = ''] of block.text.matchAll(/(?:\b(\w+)\.)?\b(\w+)\b/g)) {
    const called =
      owner === 'table'
        ? files.get('messages-table.ts')?.blocks.get(name)
        : owner === 'objects'
          ? files.get('objects.ts')?.blocks.get(name)
          : owner === undefined
            ? (blocks?.get(name) ?? files.get(imports?.get(name) ?? '')?.blocks.get(name))
            : undefined
    if (called) follow(called, files, used)
  }
}
