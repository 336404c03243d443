import { expect, test } from 'vitest'
import { openStoryHouse } from './house.ts'

test('what a person says about themselves is shown as they said it, everywhere', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  const post = await ada.createPost({ body: 'mine' })
  const said = {
    displayName: 'Ada “Λ” 👩🏽‍🔬',
    bio: 'See https://example.com, @ben and #engines.\n<b>bold</b>',
  }
  expect(await ada.editMe(said)).toMatchObject({ ...said, id: ada.id })
  expect(await ben.showPerson({ handle: 'ada' })).toMatchObject(said)
  expect((await ben.showPost({ id: post.id })).author.displayName).toBe(said.displayName)
  expect(await ada.editMe({ displayName: 'Ada', bio: '' })).toMatchObject({ displayName: 'Ada', bio: '' })
})

test('a name and a bio have the limits of the contract, in the words of the form', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const family = '👨‍👩‍👧‍👦'
  expect((await ada.editMe({ displayName: family.repeat(50), bio: family.repeat(200) })).bio).toBe(
    family.repeat(200),
  )
  for (const [said, fields] of [
    [{ displayName: '', bio: '' }, { displayName: "A name can't be empty." }],
    [{ displayName: '\u2060', bio: '' }, { displayName: "A name can't be empty." }],
    [
      { displayName: 'a'.repeat(51), bio: '' },
      { displayName: 'A name has at most 50 characters; this one has 51.' },
    ],
    [
      { displayName: 'Ada', bio: 'a'.repeat(201) },
      { bio: 'A bio has at most 200 characters; this one has 201.' },
    ],
    [
      { displayName: `a${'\u0301'.repeat(2_000)}`, bio: '' },
      { displayName: expect.stringContaining('A name has at most 1300 bytes') },
    ],
    [{ displayName: 'a\0b', bio: '' }, { displayName: expect.stringContaining("can't be stored") }],
  ] as const)
    await expect(ada.editMe(said)).rejects.toMatchObject({ code: 'invalid', fields })
})

test('whoever is suspended changes nothing about themselves', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await house.query(`update users set suspended_at = now()`)
  await expect(ada.editMe({ displayName: 'Somebody', bio: '' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(ada.changeHandle({ handle: 'countess' })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await house.query('select handle, display_name from users')).rows).toEqual([
    { handle: 'ada', display_name: 'Ada' },
  ])
})
