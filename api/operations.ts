import { exploreFeed, homeFeed, profileFeed } from './feeds.ts'
import { showHealth, showOpenApi, showReadiness, showReference } from './health.ts'
import type { BackendRoute, Operation } from './operation.ts'
import { checkHandle, followPerson, showPerson, unfollowPerson } from './people.ts'
import { discardUpload, removeAvatar, removeBanner, showUpload } from './pictures.ts'
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
export const operations: { [Name in BackendRoute]: Operation<Name> } = {
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
  showUpload,
  discardUpload,
  removeAvatar,
  removeBanner,
  showHealth,
  showReadiness,
  showOpenApi,
  showReference,
}
