import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeProgram } from './installed.js'
import { runNpm } from './npm.js'

/**
 * Puts the program of the npm package `node` in its place, as the package's own install script would.
 * That script is silent about failing, and npm may have been told to skip it.
 */
export async function installNode(root, lock) {
  const program = nodeProgram(root)
  if (!existsSync(program)) {
    const home = join(root, 'node_modules', 'node')
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    const name = platformPackage()
    const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--prefer-offline']
    await runNpm(root, ['install', '--prefix', home, ...options, `${name}@${version}`], lock)
    place(join(home, 'node_modules', name, 'bin', programName()), program)
  }
  putOnPath(join(root, 'node_modules', '.bin'))
}

function platformPackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  return `${prefix}-${platform}-${process.arch}`
}

function programName() {
  return process.platform === 'win32' ? 'node.exe' : 'node'
}

function place(source, program) {
  const unfinished = `${program}.unfinished`
  mkdirSync(dirname(program), { recursive: true })
  rmSync(unfinished, { force: true })
  try {
    linkSync(source, unfinished)
  } catch {
    copyFileSync(source, unfinished)
  }
  renameSync(unfinished, program)
}

/** Lets npm's scripts find it: npm makes this link itself only when the program is there in time. */
function putOnPath(binFolder) {
  mkdirSync(binFolder, { recursive: true })
  if (process.platform === 'win32') {
    writeFileSync(join(binFolder, 'node.cmd'), '@"%~dp0\\..\\node\\bin\\node.exe" %*\r\n')
    return
  }
  rmSync(join(binFolder, 'node'), { force: true })
  symlinkSync('../node/bin/node', join(binFolder, 'node'))
}
