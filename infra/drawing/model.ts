import { resolve } from 'node:path'
import { LikeC4 } from 'likec4'

const FOLDER = resolve(import.meta.dirname, '../../docs/c4')

/** What the drawing says, as far as it can be true or false. */
export interface Drawing {
  elements: { id: string; kind: string; title: string; facts: Record<string, string> }[]
  relations: Relation[]
  /** What happens in the stories, in its order. */
  steps: Step[]
  /** Where a container runs on AWS: the ids of the nodes around it, the outermost first. */
  places: { container: string; nodes: string }[]
  /** Facts of the nodes of the deployment. */
  nodes: { id: string; facts: Record<string, string> }[]
  /** What each view shows, as text that is another when the view is, by its id; and which element it looks into. */
  views: Record<string, { title: string; shows: string; of: string | undefined }>
}

interface Relation {
  from: string
  to: string
  label: string
  /** Whether it is drawn as what wakes something. */
  isEvent: boolean
}

export interface Step {
  story: string
  from: string
  to: string
  label: string
}

/** Opens the files of the drawing. @throws when they are no valid LikeC4 */
export const openDrawing = () =>
  LikeC4.fromWorkspace(FOLDER, { graphviz: 'wasm', throwIfInvalid: true, printErrors: false, logger: false })

/** Reads the drawing. @throws when it is no valid LikeC4 */
export async function readDrawing(): Promise<Drawing> {
  const likec4 = await openDrawing()
  try {
    const model = await likec4.computedModel()
    return {
      elements: [...model.elements()].map((element) => ({
        id: element.id,
        kind: element.kind,
        title: element.title,
        facts: factsOf(element.getMetadata()),
      })),
      relations: [...model.relationships()].map(({ source, target, title, kind }) => ({
        from: source.id,
        to: target.id,
        label: title ?? '',
        isEvent: kind === 'event',
      })),
      steps: [...model.views()].flatMap(({ $view: view }) =>
        view._type !== 'dynamic'
          ? []
          : view.edges.map(({ source, target, label }) => ({
              story: view.id,
              from: source,
              to: target,
              label: label ?? '',
            })),
      ),
      places: [...model.deployment.instances()].map((instance) => ({
        container: instance.element.id,
        nodes: instance.parent.id,
      })),
      nodes: [...model.deployment.nodes()].map((node) => ({
        id: node.id,
        facts: factsOf(node.getMetadata()),
      })),
      views: Object.fromEntries(
        [...model.views()].map((view) => [
          view.id,
          {
            title: view.titleOrId,
            shows: JSON.stringify(view.$view, withoutPlaces),
            of: view.viewOf?.id,
          },
        ]),
      ),
    }
  } finally {
    await likec4.dispose()
  }
}

/** What a fact lists, such as the paths of a component. */
export const listIn = (fact: string | undefined): string[] => fact?.split(', ') ?? []

const factsOf = (metadata: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, String(value)]))

/** LikeC4 names relations after the folder that they were read from. */
const withoutPlaces = (name: string, value: unknown) => (name === 'relations' ? undefined : value)
