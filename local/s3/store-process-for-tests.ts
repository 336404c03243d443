import { credentials, region } from './credentials-for-tests.ts'
import { startObjectStore } from './object-store.ts'

const [dataDir = ''] = process.argv.slice(2)

/** A store in a process of its own, for a test to kill. It prints its address. Its notifications never end. */
const store = await startObjectStore({
  dataDir,
  region,
  credentials,
  buckets: { raw: { notify: () => new Promise(() => {}) } },
  now: () => new Date(),
})
console.log(store.url)
process.on('message', () => process.send?.(process.memoryUsage.rss()))
