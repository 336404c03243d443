import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { featureFlags } from './feature-flags.ts'
import { createMayfly } from './mayfly.ts'
import type { Settings } from './settings-schema.ts'

interface Resource {
  Type: string
  Properties: Record<string, unknown>
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
  DependsOn?: string | string[]
}

export interface Template {
  Resources: Record<string, Resource>
  Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>
  Parameters?: Record<string, { Type: string; Default?: string }>
}

/** The templates of all stacks by their names. The functions' code has tests of its own, so a word stands for it. */
export function synthesise(settings: Settings, { isChecked = false } = {}): Record<string, Template> {
  const outdir = mkdtempSync(join(tmpdir(), 'mayfly-templates-'))
  const app = new App({ outdir, context: featuresFor(isChecked) })
  if (isChecked) Validations.of(app).addPlugins(new AwsSolutionsChecks(), new ServerlessChecks())
  createMayfly(app, settings, () => lambda.Code.fromInline('exports.handler = undefined'))
  try {
    const { stacks } = app.synth()
    return Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template as Template]))
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}

const featuresFor = (isChecked: boolean) =>
  isChecked ? featureFlags : { ...featureFlags, '@aws-cdk/core:validateAgainstDefaultRules': false }
