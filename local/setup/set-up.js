import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.js'
import { isInstalled } from './installed.js'
import { runTarget } from './run-target.js'
import { SetupProblem } from './setup-problem.js'
import { systemProblem, thisSystem } from './system.js'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Checks the system, installs what is missing, and runs `target` (a path from the project's folder) on Node 24. */
export async function setUpAndRun(target, args) {
  try {
    const problem = systemProblem(thisSystem())
    if (problem) {
      throw new SetupProblem(problem)
    }
    if (!isInstalled(root)) {
      await install(root)
    }
  } catch (error) {
    if (!(error instanceof SetupProblem)) {
      throw error
    }
    console.error(error.message)
    process.exit(1)
  }
  await runTarget(root, resolve(root, target), args)
}
