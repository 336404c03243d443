import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Drawing } from './model.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

/** Where the drawing of the rooms differs from what their package.json lists. */
export function roomDrift({ elements, relations }: Drawing): string[] {
  const { workspaces } = readPackage('.') as { workspaces: string[] }
  const drawnRooms = elements.filter(({ kind }) => kind === 'room').map(({ id }) => id.slice('house.'.length))
  const drawn = relations
    .filter(({ from, to }) => from.startsWith('house.') && to.startsWith('house.'))
    .map(({ from, to }) => `${from.slice('house.'.length)} -> ${to.slice('house.'.length)}`)
  const law = workspaces.flatMap((room) => importsOf(room).map((other) => `${room} -> ${other}`))
  return [
    ...workspaces
      .filter((room) => !drawnRooms.includes(room))
      .map((room) => `The room ${room} is not drawn.`),
    ...drawnRooms
      .filter((room) => !workspaces.includes(room))
      .map((room) => `The room ${room} is drawn, and is not there.`),
    ...law.filter((line) => !drawn.includes(line)).map((line) => `${line} is law, and is not drawn.`),
    ...drawn.filter((line) => !law.includes(line)).map((line) => `${line} is drawn, and no law allows it.`),
  ]
}

function importsOf(room: string): string[] {
  const { dependencies = {}, devDependencies = {} } = readPackage(room)
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((name) => name.startsWith('@mayfly/'))
    .map((name) => name.slice('@mayfly/'.length))
}

interface Package {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

const readPackage = (room: string): Package =>
  JSON.parse(readFileSync(resolve(PROJECT, room, 'package.json'), 'utf8'))
