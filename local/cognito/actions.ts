import { changePassword, deleteUser, getUser, globalSignOut, updateUserAttributes } from './account.ts'
import {
  adminAddUserToGroup,
  adminDeleteUser,
  adminDisableUser,
  adminEnableUser,
  adminGetUser,
  adminRemoveUserFromGroup,
  adminUserGlobalSignOut,
} from './admin.ts'
import { getUserAttributeVerificationCode, verifyUserAttribute } from './email-change.ts'
import type { Input } from './input.ts'
import { confirmForgotPassword, forgotPassword } from './password-reset.ts'
import type { Pool } from './pool.ts'
import { getTokensFromRefreshToken, revokeToken } from './refresh.ts'
import { initiateAuth } from './sign-in.ts'
import { confirmSignUp, resendConfirmationCode, signUp } from './sign-up.ts'

export type Action = (pool: Pool, input: Input) => Promise<object>

/** Every action that the pool knows, by its name on the wire. Those that begin with `Admin` must be signed. */
export const actions = new Map<string, Action>([
  ['SignUp', signUp],
  ['ConfirmSignUp', confirmSignUp],
  ['ResendConfirmationCode', resendConfirmationCode],
  ['InitiateAuth', initiateAuth],
  ['GetTokensFromRefreshToken', getTokensFromRefreshToken],
  ['RevokeToken', revokeToken],
  ['ForgotPassword', forgotPassword],
  ['ConfirmForgotPassword', confirmForgotPassword],
  ['GetUser', getUser],
  ['UpdateUserAttributes', updateUserAttributes],
  ['VerifyUserAttribute', verifyUserAttribute],
  ['GetUserAttributeVerificationCode', getUserAttributeVerificationCode],
  ['ChangePassword', changePassword],
  ['GlobalSignOut', globalSignOut],
  ['DeleteUser', deleteUser],
  ['AdminGetUser', adminGetUser],
  ['AdminDisableUser', adminDisableUser],
  ['AdminEnableUser', adminEnableUser],
  ['AdminAddUserToGroup', adminAddUserToGroup],
  ['AdminRemoveUserFromGroup', adminRemoveUserFromGroup],
  ['AdminUserGlobalSignOut', adminUserGlobalSignOut],
  ['AdminDeleteUser', adminDeleteUser],
])

/** The actions that change nothing, so that nothing is written after them. */
export const readingActions = new Set(['GetUser', 'AdminGetUser'])
