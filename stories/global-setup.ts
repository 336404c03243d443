import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDatabase } from '@mayfly/local/database'
import { startPostgres } from '@mayfly/local/postgres/postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

const TEMPLATE = 'template_house'

/** One Postgres for the whole run, with a migrated template that each house copies. */
export async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'mayfly-stories-'))
  const postgres = await startPostgres({ dataDir, throwaway: true })
  const admin = new pg.Client({ connectionString: postgres.url('postgres') })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  await prepareDatabase(postgres.url(TEMPLATE))
  project.provide('adminUrl', postgres.url('postgres'))
  project.provide('templateUrl', postgres.url(TEMPLATE))
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
