import { StartupProblem } from '../startup-problem.ts'

/**
 * Linux starts a program in a folder that its account could not walk to, as long as the program calls the folder
 * by this name. So a project may lie in a home folder that is closed to others.
 */
export function nameFromWithin(folder: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : folder
}

/** The environment of Postgres's programs: nothing of ours, and English messages. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C', TZ: 'UTC' }
}

/** A sentence for what one of Postgres's programs said as it failed, with its own words after it. */
export function programProblem(what: string, said: string, folder: string): StartupProblem {
  const sentences: [RegExp, string][] = [
    [
      /No space left|Disk quota|free disk space/,
      `The disk that holds ${folder} is full. Make room and start again.`,
    ],
    [
      /Read-only file system/,
      `${folder} lies on a read-only disk. Copy the project to a folder that can be written to.`,
    ],
    [
      /administrative permissions/,
      'Postgres refuses to run as administrator. Start Mayfly from an ordinary terminal.',
    ],
    [
      /Permission denied|EACCES/,
      `Postgres may not use its files in ${folder}. Make the folder yours and start again.`,
    ],
    [/Address already in use/, 'Another program took the port of Postgres just now. Start again.'],
    [
      /could not .*shared memory|Cannot allocate memory/,
      'There is too little memory left for Postgres. Close other programs and start again.',
    ],
  ]
  const known = sentences.find(([pattern]) => pattern.test(said))
  return new StartupProblem(`${known?.[1] ?? what}\n\n${said.trim()}`)
}
