import { posix } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { sitePages } from './pages.ts'

let pages: Map<string, string>

beforeAll(async () => {
  pages = await sitePages()
})

test('every link between pages leads to a page', () => {
  const others = /^(model|exports|pictures)\//
  const dead = [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/(?:href|src|srcset)="([^"#]+)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !link.startsWith('https:'))
      .map((link) => posix.join(posix.dirname(page), link))
      .filter((target) => !pages.has(target) && !others.test(target))
      .map((target) => `${page} leads to ${target}, which is not there.`),
  )
  expect(dead).toEqual([])
})

test('nothing is loaded from elsewhere', () => {
  const loading = [...pages].filter(([, text]) => /<script|(src|srcset)="https?:|@import/.test(text))
  expect(loading.map(([page]) => page)).toEqual([])
})

test('a page of the code has its diagram drawn, and a decision its place in the list', () => {
  expect(pages.get('code/expiry.html')).toContain('<svg')
  expect(pages.get('code/expiry.html')).not.toContain('flowchart')
  expect(pages.get('decisions/index.html')).toContain('href="../decisions/001-expiry-in-the-id.html"')
})
