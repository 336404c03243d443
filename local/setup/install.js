import { accessSync, constants, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { installNode } from './install-node.js'
import { installRecord, isInstalled, packagesAreInstalled } from './installed.js'
import { checkNpm, explain, runNpm } from './npm.js'
import { takeLock } from './process-lock.js'
import { showProgress } from './progress.js'
import { SetupProblem } from './setup-problem.js'

/** Installs the packages of `package-lock.json` and Node 24 into `root`, one set-up at a time. */
export async function install(root) {
  checkFolder(root)
  checkNpm(root)
  try {
    await installUnderLock(root)
  } catch (error) {
    const isOfTheSystem = typeof error.code === 'string' && error.code.startsWith('E')
    throw isOfTheSystem ? new SetupProblem(explain(error.message)) : error
  }
}

async function installUnderLock(root) {
  const lock = await waitForLock(root)
  try {
    if (!isInstalled(root)) {
      await showProgress('Installing what Mayfly needs (once, about a minute)', () => installAll(root, lock))
    }
  } finally {
    rmSync(join(root, '.local', 'npm-cache'), { recursive: true, force: true })
    lock.release()
  }
}

async function installAll(root, lock) {
  if (!packagesAreInstalled(root)) {
    rmSync(installRecord(root), { force: true })
    // No package's install script is needed or run, so it does not matter what npm has been told about them.
    const kinds = ['--include=dev', '--include=optional', '--include=peer']
    await runNpm(root, ['ci', '--ignore-scripts', ...kinds], lock)
  }
  await installNode(root, lock)
}

function checkFolder(root) {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    throw new SetupProblem(
      `Mayfly needs to install packages into ${root}, which you may not write to. Copy the project to a folder of your own and start it there.`,
    )
  }
  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules'))) {
    throw new SetupProblem('The packages that Mayfly needs have changed. Run "npm ci" once, then try again.')
  }
}

async function waitForLock(root) {
  mkdirSync(join(root, '.local'), { recursive: true, mode: 0o700 })
  let told = false
  for (;;) {
    const lock = takeLock(join(root, '.local', 'setup.lock'))
    if (lock.isMine) {
      return lock
    }
    if (!told) {
      console.log(`Another set-up is running (process ${lock.holder.pid}); waiting for it to end …`)
      told = true
    }
    await pause(250)
  }
}
