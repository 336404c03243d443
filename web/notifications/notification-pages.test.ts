import { expect, test } from 'vitest'
import { likeAt } from './notification-for-tests.ts'
import { listPageOf, newIn, nextEnd, rowsOf, withoutOver } from './notification-pages.ts'

const NOW = Date.UTC(2026, 10, 23)
const pageOf = (...items: ReturnType<typeof likeAt>[]) => listPageOf({ items, next: null }, NOW)

test('a page keeps nothing that is over when it comes', () => {
  const page = pageOf(likeAt(2, 1, NOW + 1000), likeAt(1, 2, NOW))
  expect(page.rows.map(({ key }) => key)).toEqual([`like ${likeAt(2, 1, NOW).aboutId}`])
})

test('a notification that two pages have is shown once, in its first place', () => {
  const [first, second] = [likeAt(3, 1, NOW + 1000), likeAt(2, 2, NOW + 1000)]
  const rows = rowsOf([pageOf(first, second), pageOf(second, likeAt(1, 3, NOW + 1000))])
  expect(rows.map(({ place }) => place.at(-1))).toEqual(['3', '2', '1'])
})

test('new is what was not there, and what moved up, as long as it lives', () => {
  const shown = pageOf(likeAt(4, 1, NOW + 5000), likeAt(3, 2, NOW + 5000)).rows
  const head = pageOf(
    likeAt(7, 3, NOW + 1000),
    likeAt(6, 2, NOW + 5000),
    likeAt(5, 4, NOW + 5000),
    likeAt(4, 1, NOW + 5000),
  )
  expect(newIn(head, shown[0]?.place, NOW)).toHaveLength(3)
  expect(newIn(head, shown[0]?.place, NOW + 1000)).toHaveLength(2)
  expect(newIn(head, undefined, NOW)).toHaveLength(4)
})

test('what is over loses all but its row, and the next end is that of what is left', () => {
  const page = pageOf(likeAt(2, 1, NOW + 1000), likeAt(1, 2, NOW + 9000))
  expect(nextEnd([page])).toBe(NOW + 1000)
  expect(withoutOver(page, NOW)).toBe(page)
  const later = withoutOver(page, NOW + 1000)
  expect(later.rows.map(({ item }) => item?.aboutId)).toEqual([undefined, likeAt(1, 2, NOW).aboutId])
  expect(later.rows.map(({ key }) => key)).toEqual(page.rows.map(({ key }) => key))
  expect(nextEnd([later])).toBe(NOW + 9000)
  expect(withoutOver(later, NOW + 1000)).toBe(later)
  expect(nextEnd([withoutOver(later, NOW + 9000)])).toBe(Number.POSITIVE_INFINITY)
})
