import { expect, test } from 'vitest'
import { photoSources, profileSources } from './picture-address.ts'

const origin = 'https://assets.example.com'

test('a photo has three files, and its post stands in the address of each', () => {
  const { src, srcSet } = photoSources(origin, 'post', 'photo')
  expect(src).toBe(`${origin}/photos/post/photo/1280.webp`)
  expect(srcSet).toBe(
    [
      `${origin}/photos/post/photo/320.webp 320w`,
      `${origin}/photos/post/photo/640.webp 640w`,
      `${origin}/photos/post/photo/1280.webp 1280w`,
    ].join(', '),
  )
})

test('avatars and banners are in folders of their own', () => {
  expect(profileSources(origin, 'avatar', 'a').srcSet).toContain(`${origin}/avatars/a/96.webp 96w`)
  expect(profileSources(origin, 'banner', 'b').src).toBe(`${origin}/banners/b/1500.webp`)
})
