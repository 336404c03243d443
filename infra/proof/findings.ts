import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { featureFlags } from '../feature-flags.ts'
import { createMayfly } from '../mayfly.ts'
import type { Settings } from '../settings-schema.ts'

/** All that both packs of cdk-nag find, and every warning of CDK's own, when nothing is accepted. */
export function findingsOf(settings: Settings): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'mayfly-findings-'))
  const context = { ...featureFlags, '@aws-cdk/core:validateAgainstDefaultRules': false }
  const app = new App({ outdir, context })
  const found = new Set<string>()
  const hear = (id: string) => found.add(id)
  Validations.of(app).addPlugins(
    listening(new AwsSolutionsChecks(), hear),
    listening(new ServerlessChecks(), hear),
  )
  createMayfly(
    app,
    settings,
    () => lambda.Code.fromInline('exports.handler = undefined'),
    () => {},
  )
  const warnings = warningsIn(app)
  // Else they are printed.
  for (const id of warnings) Validations.of(app).acknowledge({ id, reason: 'It is written down.' })
  try {
    app.synth()
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
  return [...new Set([...found, ...warnings, ...warningsIn(app)])].sort()
}

/** The same checks; what they find is written down and fails nothing. */
function listening(plugin: IPolicyValidationPlugin, hear: (id: string) => void): IPolicyValidationPlugin {
  return {
    name: plugin.name,
    validate: (context) => {
      for (const { ruleName } of plugin.validate(context).violations) hear(`${plugin.name}::${ruleName}`)
      return { success: true, violations: [] }
    },
  }
}

const warningsIn = (app: App): string[] =>
  app.node
    .findAll()
    .flatMap(({ node }) => node.metadata.filter(({ type }) => type === 'aws:cdk:warning'))
    .map(({ data }) => warningOf(String(data)))

const warningOf = (text: string) => `Annotation::${/\[ack: ([^\]]+)\]$/.exec(text)?.[1] ?? text}`
