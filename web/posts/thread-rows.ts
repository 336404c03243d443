import { limits } from '@mayfly/contract/limits'
import type { Branch, ThreadTree } from './thread-tree.ts'

/** Where a row stands: how deep, from 1, and which of the wicks above it lead past it to what comes below. */
interface Place {
  depth: number
  passing: readonly number[]
  /** Whether what comes next answers the post itself, or there is nothing more. */
  isLast: boolean
}

export type ThreadRow = Place &
  (
    | { kind: 'reply'; branch: Branch; leadsOn: boolean }
    /** Here was a reply that is answered by what comes below. */
    | { kind: 'stub'; branch: Branch }
    /** There are more replies to this post than are here. */
    | { kind: 'more'; parentId: string; after: string | undefined }
    /** What is too deep for this page has its place on the page of this post. */
    | { kind: 'on'; branch: Branch }
  )

type Unplaced<Row> = Row extends unknown ? Omit<Row, 'isLast'> : never

/** The replies of a thread in reading order: each one is followed by what answers it. */
export function threadRows({ id, branches }: Pick<ThreadTree, 'id' | 'branches'>): ThreadRow[] {
  const byParent = Map.groupBy(branches, ({ parentId }) => parentId)
  const rows = answersTo(id, byParent).flatMap((branch) => rowsFrom(branch, undefined, byParent, 1, []))
  return rows.map((row, index) => ({ ...row, isLast: (rows[index + 1]?.depth ?? 1) === 1 }))
}

type ByParent = Map<string, Branch[]>

/** Of the deleted ones those that are answered. */
const answersTo = (id: string, byParent: ByParent): Branch[] =>
  (byParent.get(id) ?? []).filter(
    (branch) => !branch.isDeleted || branch.rest !== null || answersTo(branch.id, byParent).length > 0,
  )

/** @param above the nearest reply above it that is not deleted */
function rowsFrom(
  branch: Branch,
  above: Branch | undefined,
  byParent: ByParent,
  depth: number,
  passing: readonly number[],
): Unplaced<ThreadRow>[] {
  const page = branch.isDeleted ? above : branch
  const below = rowsBelow(branch, page, byParent, depth + 1, passing)
  if (branch.isDeleted) return [{ kind: 'stub', branch, depth, passing }, ...below]
  return [{ kind: 'reply', branch, depth, passing, leadsOn: below.length > 0 }, ...below]
}

/** The wick of what is answered leads on past each reply but the last. */
function rowsBelow(
  parent: Branch,
  page: Branch | undefined,
  byParent: ByParent,
  depth: number,
  passing: readonly number[],
): Unplaced<ThreadRow>[] {
  const replies = answersTo(parent.id, byParent)
  if (depth > limits.thread.depth) {
    const isMore = parent.rest !== null || replies.length > 0
    return isMore && page ? [{ kind: 'on', branch: page, depth, passing }] : []
  }
  const past = [...passing, depth - 1]
  const rows = replies.flatMap((reply, index) => {
    const isLast = index === replies.length - 1 && parent.rest === null
    return rowsFrom(reply, page, byParent, depth, isLast ? passing : past)
  })
  if (parent.rest === null) return rows
  return [...rows, { kind: 'more', parentId: parent.id, after: parent.rest.after, depth, passing }]
}
