import { accountRoutes } from './account.ts'
import { deletionRoutes } from './deletion.ts'
import { exportRoutes } from './exports.ts'
import { feedRoutes } from './feeds.ts'
import { followRoutes } from './follows.ts'
import { healthRoutes } from './health.ts'
import { messageRoutes } from './messages.ts'
import { moderationRoutes } from './moderation.ts'
import { muteRoutes } from './mutes.ts'
import { notificationRoutes } from './notifications.ts'
import { peopleRoutes } from './people.ts'
import { pictureRoutes } from './pictures.ts'
import { postRoutes } from './posts.ts'
import { reactionRoutes } from './reactions.ts'
import { reportRoutes } from './reports.ts'
import { searchRoutes } from './search.ts'
import { sessionRoutes } from './sessions.ts'

/** Every request that Mayfly answers. Client, backend, gateway, CDK and OpenAPI are made from this table. */
export const routes = {
  ...sessionRoutes,
  ...accountRoutes,
  ...deletionRoutes,
  ...exportRoutes,
  ...postRoutes,
  ...reactionRoutes,
  ...feedRoutes,
  ...searchRoutes,
  ...peopleRoutes,
  ...followRoutes,
  ...muteRoutes,
  ...messageRoutes,
  ...notificationRoutes,
  ...pictureRoutes,
  ...reportRoutes,
  ...moderationRoutes,
  ...healthRoutes,
}

export type Routes = typeof routes
export type RouteName = keyof Routes
