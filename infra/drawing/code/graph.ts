/** What a diagram shows, before it is written in any language of diagrams. */
export interface Graph {
  direction: 'TB' | 'LR'
  groups: readonly Group[]
  edges: readonly Edge[]
}

interface Group {
  title: string
  nodes: readonly string[]
}

export interface Edge {
  from: string
  to: string
}

/** The graph for GitHub and every other reader of Mermaid. */
export function toMermaid({ direction, groups, edges }: Graph): string {
  const idOf = numbering(groups)
  const lines = groups.flatMap(({ title, nodes }, index) => [
    `  subgraph g${index} ["${title}"]`,
    ...nodes.map((node) => `    ${idOf(node)}["${labelOf(title, node)}"]`),
    '  end',
  ])
  const arrows = edges.map(({ from, to }) => `  ${idOf(from)} --> ${idOf(to)}`)
  return [`flowchart ${direction}`, ...lines, ...arrows].join('\n')
}

/** The same for Graphviz, in whatever colour the page has. */
export function toDot({ direction, groups, edges }: Graph): string {
  const idOf = numbering(groups)
  const clusters = groups.map(
    ({ title, nodes }, index) =>
      `subgraph cluster_${index} { label="${title}"; ${nodes.map((node) => `${idOf(node)} [label="${labelOf(title, node)}"];`).join(' ')} }`,
  )
  const arrows = edges.map(({ from, to }) => `${idOf(from)} -> ${idOf(to)};`)
  return `digraph {
    rankdir=${direction}; bgcolor=transparent; nodesep=0.15; ranksep=0.6; fontname="Helvetica";
    graph [style="rounded,dashed", fontsize=11, labeljust=l];
    node [shape=box, style=rounded, fontname="Helvetica", fontsize=12, height=0.3, margin="0.1,0.04"];
    edge [arrowsize=0.6];
    ${[...clusters, ...arrows].join('\n')}
  }`
}

/** A node's id is its module and its name, or its folder and its file; the box says the first of them already. */
function labelOf(title: string, node: string): string {
  if (node.includes('#')) return node.slice(node.indexOf('#') + 1)
  return node.startsWith(`${title}/`) ? node.slice(title.length + 1) : node
}

function numbering(groups: readonly Group[]) {
  const numbers = new Map(groups.flatMap(({ nodes }) => nodes).map((node, index) => [node, index]))
  return (node: string) => `n${numbers.get(node)}`
}
