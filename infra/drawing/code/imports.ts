import type { Edge, Graph } from './graph.ts'
import { moduleAt } from './modules.ts'

interface Imported {
  from: readonly string[]
  /** What stands for a module: itself, its folder, or nothing when it is not drawn. */
  place: (path: string) => string | undefined
  /** Folders that have a box of their own. */
  boxes: readonly string[]
}

/** Who imports whom, of what exists when the code runs: types are not drawn. */
export function importGraph({ from, place, boxes }: Imported): Graph {
  const edges = new Map<string, Edge>()
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { path: to } of moduleAt(path).imports.values()) {
      const [start, end] = [place(path), place(to)]
      if (start === undefined || end === undefined) continue
      if (start !== end) edges.set(`${start} ${end}`, { from: start, to: end })
      if (boxes.some((box) => to.startsWith(`${box}/`))) visit(to)
    }
  }
  for (const path of from) visit(path)
  const nodes = new Set([...edges.values()].flatMap((edge) => [edge.from, edge.to]))
  const boxed = Map.groupBy(nodes, (node) => boxes.find((box) => node.startsWith(`${box}/`)) ?? 'elsewhere')
  const groups = [...boxed].map(([title, inside]) => ({ title, nodes: inside }))
  return { direction: 'LR', groups, edges: [...edges.values()] }
}
