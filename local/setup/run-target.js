import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeProgram } from './installed.js'

const neededMajor = 24

/** Runs the file `target` on Node 24: in this process when it is one, else in a child whose end becomes ours. */
export async function runTarget(root, target, args) {
  process.env.PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
    process.argv = [process.argv[0], target, ...args]
    await import(pathToFileURL(target).href)
    return
  }
  const child = spawn(nodeProgram(root), [target, ...args], { stdio: 'inherit' })
  child.on('error', (error) => {
    console.error(
      `Node.js ${neededMajor} could not be started: ${error.message}. Delete node_modules and try again.`,
    )
    process.exit(1)
  })
  child.on('exit', endLikeChild)
  passSignalsTo(child)
}

function passSignalsTo(child) {
  // A terminal sends Ctrl-C to the child as well; a second one from here would mean "stop at once" to it.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
}

function endLikeChild(code, signal) {
  if (signal === null) {
    process.exit(code)
  }
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
  // Where the signal does not end this process, its number says the same.
  setTimeout(() => process.exit(128 + constants.signals[signal]), 500)
}
