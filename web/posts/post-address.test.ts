import { expect, test } from 'vitest'
import { postAddress, postIdIn } from './post-address.ts'
import { postFrom } from './post-for-tests.ts'

const site = 'https://mayfly.example'
const post = postFrom({ expiresAt: Date.now() + 60_000 })

test('the address of a post tells its id again, and of what else is pasted nothing is a post', () => {
  const address = postAddress(post, site)
  expect(postIdIn(address, site)).toBe(post.id)
  expect(postIdIn(`  ${address.toUpperCase().replace('HTTPS://MAYFLY.EXAMPLE', site)}\n`, site)).toBe(post.id)
  for (const other of [
    postAddress(post, 'https://elsewhere.example'),
    `look: ${address}`,
    `${address} and more`,
    `${address}/likes`,
    `${site}/@ada`,
    `${site}/@ada/${crypto.randomUUID()}`,
    'javascript:alert(1)',
    '',
  ])
    expect(postIdIn(other, site)).toBeUndefined()
})
