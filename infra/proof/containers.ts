import { readConfig } from '@mayfly/config/config'
import { readOwnerUrl } from '@mayfly/config/owner'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { besides, rightValues, STAND_IN, toldBy, type Variables, wrongValues } from './variables.ts'

interface Container {
  Name: string
  Environment?: { Name: string; Value: string }[]
  Secrets?: { Name: string; ValueFrom: string }[]
}

/** Whether both containers of the image could start with what they are given. */
export function containerProblems(templates: Templates, settings: Settings): string[] {
  return [...backendProblems(templates, settings), ...migrationProblems(templates, settings)]
}

function backendProblems(templates: Templates, settings: Settings): string[] {
  const right = rightValues(templates, settings)
  const { plain, all } = variablesOf('backend', templates, settings)
  let read: object = {}
  const told = toldBy('backend', () => {
    read = readConfig(all)
  })
  // What it could not read in full tells no names.
  const known = told.length > 0 ? Object.keys(all) : Object.keys(read)
  return [
    ...told,
    ...besides('backend', all, known),
    ...wrongValues('backend', plain, { ...right, DATABASE_URL: right.databaseUrl('backend') }),
  ]
}

/** The owner's name and password are secrets; where the database is, is not. */
function migrationProblems(templates: Templates, settings: Settings): string[] {
  const { database } = rightValues(templates, settings)
  const { plain, all } = variablesOf('migrations', templates, settings)
  return [
    ...toldBy('migrations', () => readOwnerUrl(all)),
    ...besides('migrations', all, [...Object.keys(database), 'DATABASE_USER', 'DATABASE_PASSWORD']),
    ...wrongValues('migrations', plain, database),
  ]
}

function variablesOf(name: string, templates: Templates, settings: Settings) {
  const container = containersIn(templates, settings).find(({ Name }) => Name === name)
  const plain: Variables = Object.fromEntries(
    (container?.Environment ?? []).map(({ Name, Value }) => [Name, Value]),
  )
  const secret = Object.fromEntries((container?.Secrets ?? []).map(({ Name }) => [Name, STAND_IN]))
  return { plain, all: { ...plain, ...secret } }
}

/** The containers of all tasks. */
export const containersIn = (templates: Templates, settings: Settings): Container[] =>
  deployed<{ ContainerDefinitions: Container[] }>(templates, settings, 'AWS::ECS::TaskDefinition').flatMap(
    ({ properties }) => properties.ContainerDefinitions,
  )
