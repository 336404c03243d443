import { serve } from '@hono/node-server'
import { readConfig } from '@mayfly/config/config'
import { openStores } from '@mayfly/storage/stores'
import { pino, stdTimeFunctions } from 'pino'
import { createApp } from './app.ts'
import { openExporter } from './exports/exporter.ts'
import { openLiveHub } from './live-hub.ts'
import { openPoolRemoval } from './pool-removal.ts'

const STOP_MILLISECONDS = 25_000

const config = readConfig()
const log = pino({ level: config.LOG_LEVEL, timestamp: stdTimeFunctions.isoTime })
const stores = openStores(config)
const now = () => new Date()
const live = openLiveHub(stores.live, now)
const exporter = openExporter({ stores, now, log })
const poolRemoval = openPoolRemoval({ stores, now, log })
const app = createApp({ stores, live, now, siteOrigins: config.SITE_ORIGINS, log })
const server = serve({ fetch: app.fetch, port: config.PORT }, ({ port }) => log.info({ port }, 'listening'))

process.once('SIGTERM', stop)
process.once('SIGINT', stop)

/** Lets the requests under way finish; ECS waits 30 s before it kills. */
function stop() {
  log.info({}, 'stopping')
  setTimeout(() => process.exit(1), STOP_MILLISECONDS).unref()
  // Its streams would never end by themselves; their readers come back to another task.
  const partsEnd = Promise.all([live.close(), exporter.close(), poolRemoval.close()])
  server.close(async () => {
    await partsEnd
    await stores.close()
    process.exit(0)
  })
}
