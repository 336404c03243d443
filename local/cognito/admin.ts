import { forgetUser } from './account.ts'
import { listAttributes } from './attributes.ts'
import { type Input, requiredText } from './input.ts'
import type { Pool } from './pool.ts'
import type { User } from './users.ts'
import { WireError } from './wire-error.ts'

export async function adminGetUser(pool: Pool, input: Input) {
  const user = readUser(pool, input)
  return {
    Username: user.sub,
    UserAttributes: listAttributes(user),
    UserCreateDate: Date.parse(user.createdAt) / 1000,
    UserLastModifiedDate: Date.parse(user.modifiedAt) / 1000,
    Enabled: user.enabled,
    UserStatus: user.status,
  }
}

/** As on AWS it ends all sessions as well. */
export async function adminDisableUser(pool: Pool, input: Input) {
  const user = readUser(pool, input)
  user.enabled = false
  touch(pool, user)
  pool.sessions.revokeAll(user.sub)
  return {}
}

export async function adminEnableUser(pool: Pool, input: Input) {
  const user = readUser(pool, input)
  user.enabled = true
  touch(pool, user)
  return {}
}

export async function adminAddUserToGroup(pool: Pool, input: Input) {
  const user = readUser(pool, input)
  const group = readGroup(pool, input)
  if (!user.groups.includes(group)) user.groups.push(group)
  return {}
}

export async function adminRemoveUserFromGroup(pool: Pool, input: Input) {
  const user = readUser(pool, input)
  const group = readGroup(pool, input)
  user.groups = user.groups.filter((name) => name !== group)
  return {}
}

export async function adminUserGlobalSignOut(pool: Pool, input: Input) {
  pool.sessions.revokeAll(readUser(pool, input).sub)
  return {}
}

export async function adminDeleteUser(pool: Pool, input: Input) {
  forgetUser(pool, readUser(pool, input))
  return {}
}

function readUser(pool: Pool, input: Input): User {
  const poolId = requiredText(input, 'UserPoolId', { max: 55 })
  if (poolId !== pool.poolId) {
    throw new WireError('ResourceNotFoundException', `User pool ${poolId} does not exist.`)
  }
  const user = pool.users.find(requiredText(input, 'Username', { max: 128 }))
  if (!user) throw new WireError('UserNotFoundException', 'User does not exist.')
  return user
}

function readGroup(pool: Pool, input: Input): string {
  const group = requiredText(input, 'GroupName', { max: 128 })
  if (!pool.groups.includes(group)) throw new WireError('ResourceNotFoundException', 'Group not found.')
  return group
}

function touch(pool: Pool, user: User): void {
  user.modifiedAt = pool.now().toISOString()
}
