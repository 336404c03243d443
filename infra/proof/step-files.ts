import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, type Step } from './pipeline-steps.ts'

/** What is no file of the repository because a script makes it, in the same step and before it is used. */
const madeBy: readonly [folder: string, script: string][] = [
  ['infra/cdk.out', 'npm run synth'],
  ['web/dist', 'npm run site'],
]

const PATH = /(?<![\w/.@-])(?:infra|api|web|local)\/[\w./-]*\w/g

/** The scripts, programs and files that a step uses and that are not there. */
export function fileProblems(steps: readonly Step[]): string[] {
  const { scripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts?: Record<string, string>
  }
  return steps.flatMap(({ name, text }) => {
    const all = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, one = '']) => one))]
    const unscripted = all(/npm run (\w+)/g).filter((script) => !(script in scripts))
    const unknown = all(/npx (\w+)/g).filter(
      (program) => !existsSync(join(root, 'node_modules/.bin', program)),
    )
    const missing = [...new Set([...text.matchAll(PATH)].map(([path]) => path))].filter(
      (path) => !isThere(path, text),
    )
    return [
      ...unscripted.map(
        (script) => `The step ${name} runs "npm run ${script}", which package.json does not know.`,
      ),
      ...unknown.map((program) => `The step ${name} runs ${program}, which no package brings.`),
      ...missing.map((path) => `The step ${name} uses ${path}, which is not there.`),
    ]
  })
}

function isThere(path: string, text: string): boolean {
  const made = madeBy.find(([folder]) => path === folder || path.startsWith(`${folder}/`))
  if (!made) return existsSync(join(root, path))
  const [folder, script] = made
  return text.includes(script) && text.indexOf(script) < text.indexOf(folder)
}
