import { startUserPool } from './user-pool.ts'

const [dataDir = '', clientId = '', secret = ''] = process.argv.slice(2)

/** A pool in a process of its own, for a test to kill. It prints its address. */
const pool = await startUserPool({
  dataDir,
  region: 'us-east-1',
  poolId: 'us-east-1_MayflyLoc',
  client: { id: clientId, secret, refreshTokenRotation: true },
  credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local-secret-access-key' },
  now: () => new Date(),
})
console.log(pool.url)
