import { join } from 'node:path'
import { bundleLambda } from '@mayfly/lambdas/bundle'
import { installPackages, lambdaMachine } from '@mayfly/lambdas/install-packages'
import { type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import type { CodeOf } from './mayfly-function.ts'

/**
 * Makes every function ready in a folder of its own, for Lambda's machine whatever this one is.
 * @throws when npm does not bring what a function needs beside it
 */
export async function bundleFunctions(outDir: string): Promise<CodeOf> {
  for (const name of Object.keys(wiring) as LambdaName[]) {
    const folder = join(outDir, name)
    const packages = await bundleLambda(name, folder)
    if (packages.length > 0) await installPackages(packages, folder, lambdaMachine)
  }
  return (name) => lambda.Code.fromAsset(join(outDir, name))
}
