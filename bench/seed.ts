import { inBigDatabase } from './big-database.ts'

/** Makes the big database anew, for whoever measures in it next. */
await inBigDatabase(async () => {}, { isAnew: true })
