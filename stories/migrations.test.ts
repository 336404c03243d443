import { migrate } from '@mayfly/storage/migrate'
import { expect, test } from 'vitest'
import { openStoryHouse } from './house.ts'

test('of several who migrate at once one does the work, and the others find it done', async () => {
  const house = await openStoryHouse()
  await house.query('drop schema public cascade; create schema public')
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(house.databaseUrl)))
  const { rows } = await house.query('select name from migrations order by name')
  expect(rows.length).toBeGreaterThan(0)
  expect(applied.flat().sort()).toEqual(rows.map(({ name }) => name))
})

test('a migration that was changed after it was applied is refused by its name', async () => {
  const house = await openStoryHouse()
  await house.query(`update migrations set sha256 = 'another'`)
  await expect(migrate(house.databaseUrl)).rejects.toThrow(
    /^The migration 001-\S+ was applied in another form\. Put the file back/,
  )
})
