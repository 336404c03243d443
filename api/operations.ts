import type { RouteName } from '@mayfly/contract/routes'
import { exploreFeed, homeFeed, profileFeed } from './feeds.ts'
import { showHealth, showOpenApi, showReadiness, showReference } from './health.ts'
import type { Operation } from './operation.ts'
import { checkHandle, followPerson, showPerson, unfollowPerson } from './people.ts'
import { createPost, deletePost, listReplies, showPost } from './posts.ts'
import {
  confirmSignUp,
  forgotPassword,
  refreshSession,
  resendCode,
  resetPassword,
  signIn,
  signOut,
  signOutEverywhere,
  signUp,
} from './sessions.ts'

/** One operation for each route. Forget one, or return the wrong shape, and this does not compile. */
export const operations: { [Name in RouteName]: Operation<Name> } = {
  signUp,
  confirmSignUp,
  resendCode,
  signIn,
  refreshSession,
  signOut,
  signOutEverywhere,
  forgotPassword,
  resetPassword,
  createPost,
  showPost,
  deletePost,
  listReplies,
  homeFeed,
  exploreFeed,
  profileFeed,
  showPerson,
  followPerson,
  unfollowPerson,
  checkHandle,
  showHealth,
  showReadiness,
  showOpenApi,
  showReference,
}
