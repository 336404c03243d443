import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { bundleLambda } from '@mayfly/lambdas/bundle'
import { type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import type { CodeOf } from './mayfly-function.ts'

/** Lambda's machine, for packages with programs of their own. */
const target = ['--os=linux', '--cpu=arm64', '--libc=glibc']
const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--prefer-offline']

/**
 * Makes every function ready in a folder of its own.
 * @throws when npm does not bring what a function needs beside it
 */
export async function bundleFunctions(outDir: string): Promise<CodeOf> {
  const names = Object.keys(wiring) as LambdaName[]
  for (const name of names) {
    const folder = join(outDir, name)
    const packages = await bundleLambda(name, folder)
    if (packages.length > 0) await installPackages(folder, packages)
  }
  return (name) => lambda.Code.fromAsset(join(outDir, name))
}

/** From npm, in the versions of the repository, and for Lambda's machine whatever this one is. */
async function installPackages(folder: string, packages: readonly string[]): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
  const exact = packages.map((name) => `${name}@${versionOf(name)}`)
  const npm = spawn('npm', ['install', '--save-exact', ...target, ...quiet, ...exact], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  })
  const [said, [code]] = await Promise.all([text(npm.stderr), once(npm, 'close')])
  if (code !== 0) throw new Error(`npm could not bring ${exact.join(', ')} for Lambda:\n${said}`)
}

const requireOfLambdas = createRequire(new URL('../lambdas/package.json', import.meta.url))

function versionOf(name: string): string {
  const { dependencies } = requireOfLambdas('./package.json') as { dependencies: Record<string, string> }
  const version = dependencies[name]
  if (version === undefined) throw new Error(`lambdas/package.json does not list ${name}.`)
  return version
}
