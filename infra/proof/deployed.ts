import { EDGE_REGION } from '../edge-region.ts'
import type { Settings } from '../settings-schema.ts'
import type { Template } from '../templates-in-test.ts'
import { placeName } from './made-names.ts'
import { resolve } from './resolve.ts'

export type Templates = Readonly<Record<string, Template>>

/** A resource with all that it refers to resolved, so that what belongs together has the same name. */
export interface Deployed<Properties> {
  stack: string
  id: string
  /** Its stack and id, by which others refer to it when it has no name of its own. */
  place: string
  properties: Properties
  onDeletion: string | undefined
  onReplacement: string | undefined
}

/** Whose region is not the settings' own. */
const edgeStacks = ['mayfly-edge-certificates', 'mayfly-bill']

/** All resources of a type, as CloudFormation would make them. */
export function deployed<Properties>(
  templates: Templates,
  settings: Settings,
  type: string,
): Deployed<Properties>[] {
  return Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({
        stack,
        id,
        place: placeName(stack, id),
        properties: resolve(resource.Properties ?? {}, {
          templates,
          stack,
          account: settings.account,
          region: edgeStacks.includes(stack) ? EDGE_REGION : settings.region,
        }) as Properties,
        onDeletion: resource.DeletionPolicy,
        onReplacement: resource.UpdateReplacePolicy,
      })),
  )
}

/** Copies of the templates in which one resource is another: its type, its name or a word of its id, and the change. */
export function changed(
  templates: Templates,
  type: string,
  word: string,
  change: (properties: Record<string, never>, remove: () => void) => void,
): Templates {
  const copies = structuredClone(templates) as Record<string, Template>
  const found = Object.values(copies).flatMap(({ Resources }) =>
    Object.entries(Resources)
      .filter(([id, resource]) => resource.Type === type && isCalled(word, id, resource.Properties))
      .map(([id, resource]) => ({ id, resource, Resources })),
  )
  const [one] = found
  if (!one || found.length > 1) throw new Error(`${found.length} resources of ${type} are called ${word}.`)
  change(one.resource.Properties as Record<string, never>, () => {
    delete one.Resources[one.id]
  })
  return copies
}

const isCalled = (word: string, id: string, properties: object = {}) =>
  id.includes(word) || Object.values(properties).includes(word)
