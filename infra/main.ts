import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { featureFlags } from './feature-flags.ts'
import { bundleFunctions } from './lambda-code.ts'
import { createMayfly } from './mayfly.ts'
import { settings } from './settings.ts'
import { checkSettings } from './settings-schema.ts'

const OUT = join(import.meta.dirname, 'cdk.out')
const FUNCTIONS = join(import.meta.dirname, '.functions')

try {
  const checked = checkSettings(settings)
  await rm(OUT, { recursive: true, force: true })
  await mkdir(FUNCTIONS, { recursive: true })
  const app = new App({ outdir: OUT, context: featureFlags, analyticsReporting: false })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(), new ServerlessChecks())
  createMayfly(app, checked, await bundleFunctions(FUNCTIONS))
  const { stacks } = app.synth()
  const lines = stacks.map(
    ({ stackName, environment }) => `  ${stackName.padEnd(26)} ${environment.region}\n`,
  )
  process.stdout.write(`${stacks.length} stacks are in infra/cdk.out, checked:\n${lines.join('')}`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
