import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where npm writes what it has installed, as its very last step: without it, an install never finished. */
export function installRecord(root) {
  return join(root, 'node_modules', '.package-lock.json')
}

/** The program of the npm package `node`. */
export function nodeProgram(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** Whether `node_modules` holds all that `package-lock.json` asks for. */
export function packagesAreInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(installRecord(root))
  return Object.entries(wanted).every(([place, entry]) => {
    const found = present[place]
    if (place === '' || !place.includes('node_modules/')) {
      return true
    }
    if (!found) {
      return entry.optional === true || entry.devOptional === true
    }
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/** Whether nothing is left to install. */
export function isInstalled(root) {
  return packagesAreInstalled(root) && existsSync(nodeProgram(root))
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}
