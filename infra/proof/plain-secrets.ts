import type { Settings } from '../settings-schema.ts'
import { containersIn } from './containers.ts'
import { deployed, type Templates } from './deployed.ts'
import { variablesOfFunction } from './environment.ts'
import { lambdaNames } from './lambda-in.ts'
import { isSecret } from './variables.ts'

const SECRET_NAME = /SECRET|PASSWORD|TOKEN|PRIVATE|ACCESS_KEY/

/** Values that everybody could read who may read a template. */
export function plainSecrets(templates: Templates, settings: Settings): string[] {
  const variables: [who: string, name: string, value: string][] = [
    ...lambdaNames.flatMap((name) =>
      Object.entries(variablesOfFunction(name, templates, settings) ?? {}).map(
        ([variable, value]) => [name, variable, value] as [string, string, string],
      ),
    ),
    ...containersIn(templates, settings).flatMap(({ Name: who, Environment = [] }) =>
      Environment.map(({ Name, Value }) => [who, Name, Value] as [string, string, string]),
    ),
  ]
  const secrets = deployed<{ SecretString?: string }>(templates, settings, 'AWS::SecretsManager::Secret')
  return [
    ...variables
      .filter(([, name, value]) => SECRET_NAME.test(name) && !isSecret(value))
      .map(([who, name]) => `${who} is given ${name} in plain text.`),
    ...secrets
      .filter(({ properties: { SecretString } }) => SecretString && !/\.ClientSecret$/.test(SecretString))
      .map(({ place }) => `The secret ${place} is in the template in plain text.`),
  ]
}
