import { join, resolve } from 'node:path'
import { mailboxPagePolicy, renderMailboxPage } from './cognito/mailbox-page.ts'
import { openDataFolder } from './data-folder.ts'
import { prepareDatabase } from './database.ts'
import { peopleTheHouse } from './demo/people-the-house.ts'
import { openHouse } from './house.ts'
import { openInstallation } from './installation.ts'
import { openLog } from './log.ts'
import { help, type Options, readOptions } from './options.ts'
import { assertPortFree } from './ports.ts'
import { startPostgres } from './postgres/postgres.ts'
import { startSchedule } from './schedule.ts'
import { buildSite } from './site/build-site.ts'
import { startSite } from './site/site.ts'
import { StartupProblem } from './startup-problem.ts'
import { stopWith } from './stop.ts'

const PROJECT = resolve(import.meta.dirname, '..')

try {
  const options = readOptions(process.argv.slice(2), PROJECT)
  if (options.isHelp) console.log(help)
  else await start(options)
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error
  console.error(`\n${error.message}\n`)
  process.exit(1)
}

/** Opens the parts one after the other; whatever was opened is closed again, last one first. */
async function start({ port, dataDir, isEmpty, logLevel }: Options) {
  const startedAt = performance.now()
  const log = openLog(logLevel)
  const siteOrigin = `http://localhost:${port}`
  const { onStop, giveUp } = stopWith(log)

  const folder = openDataFolder(resolve(dataDir))
  onStop(folder.release)
  const otherPorts = `npm start -- --port ${port === 4000 ? 5000 : 4000}`
  await assertPortFree(port, 'the site', otherPorts)
  await assertPortFree(port + 1, 'the API', otherPorts)
  await assertPortFree(port + 2, 'pictures', otherPorts)
  folder.announce(siteOrigin)
  // Comes first of all files: it makes the folder a Mayfly's, however early this start is broken off.
  await openInstallation(folder.path)

  const distDir = join(folder.path, 'site')
  const [postgres] = await Promise.all([
    startPostgres({
      dataDir: join(folder.path, 'postgres'),
      onDeath: (lastWords) => giveUp(`Postgres ended, and Mayfly with it. Its last words:\n${lastWords}`),
    }),
    buildSite({ webDir: join(PROJECT, 'web'), distDir }),
  ])
  onStop(postgres.stop)
  const databaseUrl = postgres.url('postgres')
  await prepareDatabase(databaseUrl).catch(explainMigration)

  const now = () => new Date()
  const house = await openHouse({
    dataDir: folder.path,
    databaseUrl,
    siteOrigin,
    apiPort: port + 1,
    cdnPort: port + 2,
    now,
    log,
  })
  onStop(house.stop)
  const schedule = startSchedule(house.functions, now, log)
  onStop(schedule.stop)
  const mailboxUrl = `${siteOrigin}/mailbox`
  const site = await startSite({
    port,
    distDir,
    config: { apiOrigin: house.apiOrigin, assetsOrigin: house.assetsOrigin, mailboxUrl },
    backendOrigin: house.backendOrigin,
    uploadsOrigin: house.uploadsOrigin,
    deadLetters: house.messages.deadLetters,
    mailbox: (to) => ({
      html: renderMailboxPage(house.mailbox.list(to), { to, siteUrl: siteOrigin }),
      policy: mailboxPagePolicy,
    }),
  })
  onStop(site.stop)
  const demo = isEmpty ? undefined : await peopleTheHouse({ house, dataDir: folder.path, now, log })
  if (demo) onStop(demo.paintings.stop)

  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`\nMayfly is here, after ${seconds} s.\n`)
  console.log(`  Site      ${siteOrigin}`)
  console.log(`  API       ${house.apiOrigin}/reference`)
  console.log(`  Mailbox   ${mailboxUrl}   (the codes that Mayfly mails come here)`)
  if (demo) tellSignIns(demo)
  console.log('\nCtrl-C stops it. Everything is kept for the next start.\n')
}

function tellSignIns({
  email,
  password,
  moderator,
}: {
  email: string
  password: string
  moderator?: string
}) {
  console.log(`  Sign in   ${email}  with the password  ${password}`)
  if (moderator) console.log(`  Moderate  ${moderator}  with the same one`)
}

function explainMigration(error: Error & { cause?: Error }): never {
  const reason = error.cause === undefined ? '' : ` Postgres says: ${error.cause.message}`
  throw new StartupProblem(`${error.message}${reason}\n"npm run reset" starts over without the data.`)
}
