import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { SetupProblem } from './setup-problem.js'

const oldestMajor = 10

const explanations = [
  [/ENOSPC/, 'The disk is full. Make room and try again.'],
  [
    /EROFS|EACCES|EPERM/,
    'A folder that is needed, named below, is not yours to write to. Make it yours and try again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/,
    'npm could not reach its package registry. Check the network connection (or npm’s proxy settings) and try again.',
  ],
  [
    /CERT|SSL|self[- ]signed/i,
    'npm does not trust the certificate of its package registry. Check npm’s "cafile" and proxy settings and try again.',
  ],
  [
    /E401|E403/,
    'The package registry that npm is set to use turned it away. Check "npm config get registry" and try again.',
  ],
  [/EINTEGRITY/, 'A package arrived damaged. Run "npm cache clean --force" and try again.'],
  [/EUSAGE|in sync/, 'package.json and package-lock.json do not agree. Run "npm install" and try again.'],
]

/** Fails with a sentence when npm is missing or too old. */
export function checkNpm(root) {
  const [command, ...first] = npmCommand(root)
  const { stdout } = spawnSync(command, [...first, '--version'], {
    encoding: 'utf8',
    shell: needsShell(command),
  })
  const version = (stdout || '').trim()
  if (version === '') {
    throw new SetupProblem(
      'Mayfly needs npm, which comes with Node.js from https://nodejs.org. Install it and try again.',
    )
  }
  if (Number(version.split('.')[0]) < oldestMajor) {
    throw new SetupProblem(
      `Mayfly needs npm ${oldestMajor} or newer; this is ${version}. Run "npm install -g npm@${oldestMajor}" and try again.`,
    )
  }
}

/**
 * Runs npm quietly in `root`, holding `lock` for as long as npm lives, even beyond this process.
 * Fails with a sentence and npm's own words.
 */
export async function runNpm(root, args, lock) {
  const [command, ...first] = npmCommand(root)
  const child = spawn(command, [...first, ...args, '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    env: npmEnvironment(root),
    shell: needsShell(command),
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  })
  const endNpm = () => child.kill()
  process.once('exit', endNpm)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said = (said + text).slice(-4000)
  })
  const code = await new Promise((settle, fail) => {
    child.on('error', fail)
    child.on('close', settle)
    lock.shareWith(child.pid)
  })
  process.removeListener('exit', endNpm)
  if (code !== 0) {
    throw new SetupProblem(explain(said))
  }
}

/** A sentence for what went wrong, from the words of npm or of the operating system, and those words. */
export function explain(said) {
  const known = explanations.find(([pattern]) => pattern.test(said))
  const sentence = known ? known[1] : 'npm could not install what Mayfly needs. Its own words below say why.'
  const words = said.split('\n').filter((line) => !/^npm error +at /.test(line))
  return `${sentence}\n\n${words.join('\n').trim()}`
}

/** npm's settings for this run: its cache may lie in a home folder that does not exist or is someone else's. */
function npmEnvironment(root) {
  const cache = process.env.npm_config_cache ?? join(homedir(), '.npm')
  try {
    mkdirSync(cache, { recursive: true })
    accessSync(cache, constants.W_OK)
    return process.env
  } catch {
    return { ...process.env, npm_config_cache: join(root, '.local', 'npm-cache') }
  }
}

/** The npm that started this process, on the Node that npm itself runs on: ours may be replaced by the install. */
function npmCommand(root) {
  const { npm_execpath: script, npm_node_execpath: npmNode } = process.env
  if (!script?.endsWith('npm-cli.js')) {
    return ['npm']
  }
  const ownNode = process.execPath.startsWith(join(root, 'node_modules'))
  return [ownNode && npmNode ? npmNode : process.execPath, script]
}

function needsShell(command) {
  return process.platform === 'win32' && command === 'npm'
}
