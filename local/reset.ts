import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openDataFolder } from './data-folder.ts'
import { readOptions } from './options.ts'
import { folderProblem, StartupProblem } from './startup-problem.ts'

const PROJECT = resolve(import.meta.dirname, '..')

try {
  const { dataDir } = readOptions(process.argv.slice(2), PROJECT)
  const path = resolve(dataDir)
  // Taking the lock first: nobody's running Mayfly loses its data under its feet.
  openDataFolder(path).release()
  await rm(path, { recursive: true, force: true }).catch((error) => {
    throw folderProblem(error, path)
  })
  console.log('Everything is forgotten. npm start begins anew.')
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error
  console.error(`\n${error.message}\n`)
  process.exit(1)
}
