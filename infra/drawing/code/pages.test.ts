import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { callGraph } from './calls.ts'
import { codePages } from './pages.ts'

const FOLDER = resolve(import.meta.dirname, '../../../docs/code')

test('the diagrams of the code are as the code is', () => {
  const pages = codePages()
  const stale = [...pages].filter(([name, text]) => textOf(name) !== text).map(([name]) => name)
  const left = readdirSync(FOLDER).filter((name) => !pages.has(name))
  const sentences = [
    ...stale.map((name) => `docs/code/${name} is not as the code is: please run npm run docs.`),
    ...left.map((name) => `docs/code/${name} is drawn by nothing: please delete it.`),
  ]
  expect(sentences).toEqual([])
})

test('a call is found through private functions, tables and stores that were taken apart', () => {
  const calls = (from: string, ofTables: string[] = []) =>
    callGraph({ from: [from], into: ['api/', 'storage/'], ofTables }).edges.map(
      (edge) => `${edge.from} > ${edge.to}`,
    )
  expect(calls('lambdas/expire-posts.ts#expirePosts')).toContain(
    'lambdas/expire-posts.ts#expirePosts > storage/pictures.ts#pictures.takeDoomed',
  )
  expect(calls('api/app.ts#createApp', ['createPost'])).toContain(
    'api/app.ts#createApp > api/posts.ts#createPost',
  )
  expect(calls('api/app.ts#createApp')).not.toContain('api/app.ts#createApp > storage/live.ts#live.open')
})

const textOf = (name: string) =>
  existsSync(join(FOLDER, name)) ? readFileSync(join(FOLDER, name), 'utf8') : undefined
