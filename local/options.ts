import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { StartupProblem } from './startup-problem.ts'

const HIGHEST_PORT = 65_533
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent']

export interface Options {
  /** The site's port; the API has the next one. */
  port: number
  dataDir: string
  isEmpty: boolean
  logLevel: string
  isHelp: boolean
}

export const help = `Mayfly on this machine.

  npm start                       start; the first time makes a small community to look at
  npm start -- --port 4000        the site on port 4000, the API on 4001, pictures on 4002 (else from 3000)
  npm start -- --empty            the first start without the demo people
  npm start -- --data FOLDER      keep the data there instead of in .local (an empty folder at first)
  npm start -- --log info         log every request on standard error (else warn)
  npm run reset                   forget everything and start over
  npm test                        prove that it works`

/** Reads the words after `npm start --`. */
export function readOptions(args: string[], projectDir: string): Options {
  const { values } = parse(args)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT)
    throw new StartupProblem(`--port takes a number from 1 to ${HIGHEST_PORT}, not "${values.port}".`)
  if (!LOG_LEVELS.includes(values.log))
    throw new StartupProblem(`--log takes one of ${LOG_LEVELS.join(', ')}, not "${values.log}".`)
  if (values.data === '') throw new StartupProblem('--data takes the name of a folder.')
  return {
    port,
    dataDir: values.data ?? join(projectDir, '.local'),
    isEmpty: values.empty,
    logLevel: values.log,
    isHelp: values.help,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '3000' },
        data: { type: 'string' },
        empty: { type: 'boolean', default: false },
        log: { type: 'string', default: 'warn' },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    })
  } catch (error) {
    throw new StartupProblem(`${(error as Error).message}\nnpm start -- --help shows what there is.`)
  }
}
