import { limits } from '@mayfly/contract/limits'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ThreadRow, threadRows } from './thread-rows.ts'
import type { Branch, Rest } from './thread-tree.ts'

const branch = (id: string, parentId: string, rest: Rest = null): Branch => ({
  id,
  handle: 'ada',
  place: id,
  repostedBy: null,
  parentId,
  rest,
  isDeleted: false,
})

const deleted = (id: string, parentId: string, rest: Rest = null): Branch => ({
  ...branch(id, parentId, rest),
  isDeleted: true,
})

const told = (rows: ThreadRow[]) =>
  rows.map((row) => {
    const what =
      row.kind === 'more' ? `more of ${row.parentId}` : `${row.kind === 'stub' ? 'no ' : ''}${row.branch.id}`
    return `${'  '.repeat(row.depth - 1)}${row.kind === 'on' ? `on from ${what}` : what} ${row.passing.join()}`.trimEnd()
  })

test('each reply is followed by what answers it, and wicks lead past what lies between', () => {
  const branches = [
    branch('a', 'root'),
    branch('b', 'root'),
    branch('aa', 'a'),
    branch('ab', 'a'),
    branch('aaa', 'aa', { after: undefined }),
    branch('ba', 'b'),
  ]
  expect(told(threadRows({ id: 'root', branches }))).toEqual([
    'a',
    '  aa 1',
    '    aaa 1',
    '      more of aaa 1',
    '  ab',
    'b',
    '  ba',
  ])
  expect(threadRows({ id: 'root', branches }).map(({ isLast }) => isLast)).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
    true,
  ])
})

test('what is too deep goes on elsewhere', () => {
  const branches = ['1', '2', '3', '4', '5'].map((id, index) => branch(id, index === 0 ? 'root' : `${index}`))
  expect(
    told(threadRows({ id: 'root', branches }))
      .at(-1)
      ?.trim(),
  ).toBe('on from 4')
})

test('a deleted reply keeps its place for what answers it, and what is too deep below it goes on above it', () => {
  const branches = [
    deleted('a', 'root'),
    branch('aa', 'a'),
    deleted('ab', 'a'),
    deleted('b', 'root'),
    deleted('c', 'root', { after: undefined }),
    branch('d', 'root'),
    branch('dd', 'd'),
    branch('ddd', 'dd'),
    deleted('dddd', 'ddd'),
    branch('ddddd', 'dddd'),
  ]
  expect(told(threadRows({ id: 'root', branches }))).toEqual([
    'no a',
    '  aa',
    'no c',
    '  more of c',
    'd',
    '  dd',
    '    ddd',
    '      no dddd',
    '        on from ddd',
  ])
})

test('every reply that hangs on the post is there once, below what it answers, and never too deep', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.boolean()), { maxLength: 60 }), (shape) => {
      const branches = shape.map(([under, hasRest, isDeleted], index) => ({
        ...branch(
          `${index}`,
          index === 0 ? 'root' : `${(under % (index + 1)) - 1}`,
          hasRest ? { after: undefined } : null,
        ),
        isDeleted,
      }))
      const rows = threadRows({ id: '-1', branches })
      const replies = rows.filter((row) => row.kind === 'reply')
      const depthOf = (id: string): number => {
        const parentId = branches.find((one) => one.id === id)?.parentId
        if (parentId === '-1') return 1
        return parentId === undefined ? Number.POSITIVE_INFINITY : depthOf(parentId) + 1
      }
      const expected = branches
        .filter(({ id, isDeleted }) => !isDeleted && depthOf(id) <= limits.thread.depth)
        .map(({ id }) => id)
      for (const [index, row] of rows.entries())
        if (row.kind === 'stub' && row.depth < limits.thread.depth)
          expect(rows[index + 1]?.depth).toBe(row.depth + 1)
      expect(replies.map((row) => row.branch.id).toSorted()).toEqual(expected.toSorted())
      for (const row of replies) expect(row.depth).toBe(depthOf(row.branch.id))
      for (const [index, row] of rows.entries()) {
        expect(row.depth).toBeLessThanOrEqual((rows[index - 1]?.depth ?? 0) + 1)
        expect(row.depth).toBeLessThanOrEqual(limits.thread.depth + 1)
        for (const line of row.passing) {
          const next = rows.slice(index + 1).find(({ depth }) => depth <= line + 1)
          expect(next?.depth).toBe(line + 1)
        }
      }
    }),
  )
})
