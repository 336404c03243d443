import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from '@mayfly/api/app'
import { openExporter } from '@mayfly/api/exporter'
import { openLiveHub } from '@mayfly/api/live-hub'
import { openPoolRemoval } from '@mayfly/api/pool-removal'
import type { Config } from '@mayfly/config/config'
import type { Stores } from '@mayfly/storage/stores'
import { close } from './gateway/listen.ts'
import type { Log } from './log.ts'

interface BackendOptions {
  config: Config
  stores: Stores
  now: () => Date
  log: Log
}

/** The container's app on a port of its own. */
export async function startBackend({ config, stores, now, log }: BackendOptions) {
  const live = openLiveHub(stores.live, now)
  const exporter = openExporter({ stores, now, log })
  const poolRemoval = openPoolRemoval({ stores, now, log })
  const app = createApp({ stores, live, now, siteOrigins: config.SITE_ORIGINS, log })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  if (!server.listening) await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Lets the requests under way finish; live streams would never end by themselves, nor readers who read no more. */
    stop: async () => {
      const closed = close(server)
      await live.close()
      await exporter.close()
      await poolRemoval.close()
      await closed
    },
  }
}
