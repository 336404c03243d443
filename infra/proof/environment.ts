import { readGiven } from '@mayfly/config/config'
import { variablesFor } from '@mayfly/lambdas/variables'
import { roleOf } from '@mayfly/lambdas/wiring'
import type { Settings } from '../settings-schema.ts'
import { containerProblems } from './containers.ts'
import { deployed, type Templates } from './deployed.ts'
import { lambdaNames } from './lambda-in.ts'
import { besides, rightValues, toldBy, type Variables, withStandIns, wrongValues } from './variables.ts'

interface FunctionProperties {
  FunctionName: string
  Environment?: { Variables?: Variables }
}

/** Whether each process is given the variables that it reads, under their names and with the right values, and no others. */
export function environmentProblems(templates: Templates, settings: Settings): string[] {
  const right = rightValues(templates, settings)
  const ofFunctions = lambdaNames.flatMap((name) => {
    const given = variablesOfFunction(name, templates, settings)
    if (given === undefined) return [`There is no function ${name}.`]
    const wanted = variablesFor(name)
    const read = { AWS_REGION: settings.region, ...withStandIns(given) }
    return [
      ...toldBy(name, () => readGiven(wanted, read)),
      ...besides(name, given, wanted),
      ...wrongValues(name, given, {
        ...right,
        DATABASE_URL: right.databaseUrl(roleOf(name)),
      }),
    ]
  })
  return [...ofFunctions, ...containerProblems(templates, settings)]
}

/** Undefined when there is no such function. */
export function variablesOfFunction(
  name: string,
  templates: Templates,
  settings: Settings,
): Variables | undefined {
  const all = deployed<FunctionProperties>(templates, settings, 'AWS::Lambda::Function')
  const one = all.find(({ properties }) => properties.FunctionName === `mayfly-${name}`)
  return one && (one.properties.Environment?.Variables ?? {})
}
