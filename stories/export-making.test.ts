import { setTimeout as pause } from 'node:timers/promises'
import { openExporter } from '@mayfly/api/exporter'
import { openLog } from '@mayfly/local/log'
import { expect, test } from 'vitest'
import { exportKeys, madeFor } from './exported.ts'
import { HOUR, openStoryHouse } from './house.ts'

test('an export that a crash left half-way is made by whoever comes next', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await house.query(`
    insert into exports (id, person_id, asked_at, tries, taken_until)
    values (gen_random_uuid(), '${ada.id}', '${house.now().toISOString()}', 1, '${house.now().toISOString()}')`)
  expect((await madeFor(ada)).bytes).toBeGreaterThan(0)
})

test('an export that fails three times is given up, and may be asked for again', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await house.query(`
    insert into exports (id, person_id, asked_at, tries)
    values (gen_random_uuid(), '${ada.id}', '${house.now().toISOString()}', 3)`)
  await expect.poll(async () => (await ada.showExport({})).state, { timeout: 20_000 }).toBe('failed')
  expect(await ada.showExport({})).toMatchObject({ nextAt: null })
  await ada.requestExport({})
  await madeFor(ada)
})

test('of two tasks one makes an export', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const other = openExporter({ stores: house.stores, now: house.now, log: openLog('silent') })
  await ada.requestExport({})
  await madeFor(ada)
  await other.close()
  const { rows } = await house.query('select tries from exports')
  expect(rows).toEqual([{ tries: 1 }])
  expect(await exportKeys(house)).toHaveLength(1)
})

test('an export whose maker stops is made by the next one, and that was no try', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const until = new Date(house.now().getTime() + HOUR).toISOString()
  const { rows } = await house.query(`
    insert into exports (id, person_id, asked_at, tries, taken_until)
    values (gen_random_uuid(), '${ada.id}', '${house.now().toISOString()}', 3, '${until}') returning id`)
  await pause(3_000)
  expect((await ada.showExport({})).state).toBe('waiting')
  await house.stores.exports.giveBack({
    id: rows[0].id,
    personId: ada.id,
    email: null,
    tries: 3,
    takenUntil: until,
  })
  await madeFor(ada)
})
