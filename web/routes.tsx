import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { exploreAddress } from './explore/explore-address.ts'
import { ModeratorsOnly } from './moderation/ModeratorsOnly.tsx'
import { sharedIn } from './posts/shared.ts'
import { auth, mine, newcomers, root, shell } from './route-frames.ts'
import { safeNextPath } from './session/next-path.ts'
import { NotFound } from './ui/NotFound.tsx'
import { PageError } from './ui/PageError.tsx'
import { PagePending } from './ui/PagePending.tsx'

const home = createRoute({
  getParentRoute: () => mine,
  path: '/home',
  validateSearch: ({ feed }: Record<string, unknown>): { feed?: 'fading' } =>
    feed === 'fading' ? { feed } : {},
  component: lazyRouteComponent(() => import('./Home.tsx'), 'Home'),
})
const notifications = createRoute({
  getParentRoute: () => mine,
  path: '/notifications',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: 'talk' | 'reactions' } =>
    tab === 'talk' || tab === 'reactions' ? { tab } : {},
  component: lazyRouteComponent(() => import('./notifications/NotificationsPage.tsx'), 'NotificationsPage'),
})
const bookmarks = createRoute({
  getParentRoute: () => mine,
  path: '/bookmarks',
  component: lazyRouteComponent(() => import('./posts/BookmarksPage.tsx'), 'BookmarksPage'),
})
const drafts = createRoute({
  getParentRoute: () => mine,
  path: '/drafts',
  component: lazyRouteComponent(() => import('./posts/DraftsPage.tsx'), 'DraftsPage'),
})
const compose = createRoute({
  getParentRoute: () => mine,
  path: '/compose',
  validateSearch: sharedIn,
  component: lazyRouteComponent(() => import('./posts/ComposePage.tsx'), 'ComposePage'),
})
const settings = createRoute({
  getParentRoute: () => mine,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
})
const settingsBelow = createRoute({ getParentRoute: () => settings, path: '$page' })
const messages = createRoute({
  getParentRoute: () => mine,
  path: '/messages',
  component: lazyRouteComponent(() => import('./messages/MessagesPage.tsx'), 'MessagesPage'),
})
const noConversation = createRoute({
  getParentRoute: () => messages,
  path: '/',
  component: lazyRouteComponent(() => import('./messages/NoneChosen.tsx'), 'NoneChosen'),
})
const newConversation = createRoute({
  getParentRoute: () => messages,
  path: 'new',
  component: lazyRouteComponent(() => import('./messages/NewConversationPage.tsx'), 'NewConversationPage'),
})
const pair = createRoute({
  getParentRoute: () => messages,
  path: '@{$handle}',
  component: lazyRouteComponent(() => import('./messages/ConversationPages.tsx'), 'PairPage'),
})
const group = createRoute({
  getParentRoute: () => messages,
  path: '$conversationId',
  component: lazyRouteComponent(() => import('./messages/ConversationPages.tsx'), 'GroupPage'),
})
// For everybody else there is nothing here.
const moderators = createRoute({ getParentRoute: () => mine, id: 'moderators', component: ModeratorsOnly })
const mod = createRoute({
  getParentRoute: () => moderators,
  path: '/mod',
  component: lazyRouteComponent(() => import('./moderation/ModPage.tsx'), 'ModPage'),
})
const modCase = createRoute({ getParentRoute: () => mod, path: 'reports/$caseId' })
const modPerson = createRoute({
  getParentRoute: () => moderators,
  path: '/mod/users/$handle',
  component: lazyRouteComponent(() => import('./moderation/ModeratedPersonPage.tsx'), 'ModeratedPersonPage'),
})
const modLog = createRoute({
  getParentRoute: () => moderators,
  path: '/mod/log',
  component: lazyRouteComponent(() => import('./moderation/LogPage.tsx'), 'LogPage'),
})
const explore = createRoute({
  getParentRoute: () => shell,
  path: '/explore',
  validateSearch: exploreAddress,
  component: lazyRouteComponent(() => import('./explore/ExplorePage.tsx'), 'ExplorePage'),
})
const tag = createRoute({
  getParentRoute: () => shell,
  path: '/tag/$tag',
  component: lazyRouteComponent(() => import('./explore/TagPage.tsx'), 'TagPage'),
})
const profile = createRoute({
  getParentRoute: () => shell,
  path: '/@{$handle}',
  component: lazyRouteComponent(() => import('./people/ProfilePage.tsx'), 'ProfilePage'),
})
const profilePosts = createRoute({
  getParentRoute: () => profile,
  path: '/',
  component: lazyRouteComponent(() => import('./people/ProfileFeeds.tsx'), 'ProfilePosts'),
})
const profileReplies = createRoute({
  getParentRoute: () => profile,
  path: 'replies',
  component: lazyRouteComponent(() => import('./people/ProfileFeeds.tsx'), 'ProfileReplies'),
})
const profileMedia = createRoute({
  getParentRoute: () => profile,
  path: 'media',
  component: lazyRouteComponent(() => import('./people/ProfileFeeds.tsx'), 'ProfileMedia'),
})
const profileLikes = createRoute({
  getParentRoute: () => profile,
  path: 'likes',
  component: lazyRouteComponent(() => import('./people/ProfileFeeds.tsx'), 'ProfileLikes'),
})
const followers = createRoute({
  getParentRoute: () => shell,
  path: '/@{$handle}/followers',
  component: lazyRouteComponent(() => import('./people/FollowPages.tsx'), 'FollowersPage'),
})
const following = createRoute({
  getParentRoute: () => shell,
  path: '/@{$handle}/following',
  component: lazyRouteComponent(() => import('./people/FollowPages.tsx'), 'FollowingPage'),
})
const post = createRoute({
  getParentRoute: () => shell,
  path: '/@{$handle}/$postId',
  component: lazyRouteComponent(() => import('./posts/PostPage.tsx'), 'PostPage'),
})
const postQuotes = createRoute({
  getParentRoute: () => shell,
  path: '/@{$handle}/$postId/quotes',
  component: lazyRouteComponent(() => import('./posts/ReactionPages.tsx'), 'QuotesPage'),
})
const postReposts = createRoute({
  getParentRoute: () => shell,
  path: '/@{$handle}/$postId/reposts',
  component: lazyRouteComponent(() => import('./posts/ReactionPages.tsx'), 'RepostsPage'),
})
const postLikes = createRoute({
  getParentRoute: () => shell,
  path: '/@{$handle}/$postId/likes',
  component: lazyRouteComponent(() => import('./posts/ReactionPages.tsx'), 'LikesPage'),
})
const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound })

const welcome = createRoute({
  getParentRoute: () => newcomers,
  path: '/welcome',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    next === undefined ? {} : { next: safeNextPath(next) },
  component: lazyRouteComponent(() => import('./people/WelcomePage.tsx'), 'WelcomePage'),
})

const signUp = createRoute({
  getParentRoute: () => auth,
  path: '/signup',
  component: lazyRouteComponent(() => import('./auth/SignUpPage.tsx'), 'SignUpPage'),
})
const confirm = createRoute({
  getParentRoute: () => auth,
  path: '/confirm',
  component: lazyRouteComponent(() => import('./auth/ConfirmPage.tsx'), 'ConfirmPage'),
})
const signIn = createRoute({
  getParentRoute: () => auth,
  path: '/signin',
  component: lazyRouteComponent(() => import('./auth/SignInPage.tsx'), 'SignInPage'),
})
const forgot = createRoute({
  getParentRoute: () => auth,
  path: '/forgot',
  component: lazyRouteComponent(() => import('./auth/ForgotPage.tsx'), 'ForgotPage'),
})
const reset = createRoute({
  getParentRoute: () => auth,
  path: '/reset',
  component: lazyRouteComponent(() => import('./auth/ResetPage.tsx'), 'ResetPage'),
})

const goodbye = createRoute({
  getParentRoute: () => auth,
  path: '/goodbye',
  component: lazyRouteComponent(() => import('./auth/GoodbyePage.tsx'), 'GoodbyePage'),
})
const restore = createRoute({
  getParentRoute: () => auth,
  path: '/restore',
  component: lazyRouteComponent(() => import('./auth/RestorePage.tsx'), 'RestorePage'),
})

const routeTree = root.addChildren([
  shell.addChildren([
    mine.addChildren([
      home,
      notifications,
      bookmarks,
      drafts,
      compose,
      settings.addChildren([settingsBelow]),
      messages.addChildren([noConversation, newConversation, pair, group]),
      moderators.addChildren([mod.addChildren([modCase]), modPerson, modLog]),
    ]),
    explore,
    tag,
    profile.addChildren([profilePosts, profileReplies, profileMedia, profileLikes]),
    followers,
    following,
    post,
    postQuotes,
    postReposts,
    postLikes,
    nowhere,
  ]),
  newcomers.addChildren([welcome]),
  auth.addChildren([signUp, confirm, signIn, forgot, reset, goodbye, restore]),
])

export const router = createRouter({
  routeTree,
  // The feed keeps its own place to the pixel; the router's restoration would fight it.
  scrollRestoration: false,
  // What an address has beyond what its page knows is taken out of it: `?tab=top` is the page without a tab.
  search: { strict: true },
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  defaultPendingComponent: PagePending,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
