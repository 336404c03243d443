import { openJourney } from './journey.ts'

/** Ben and Cleo have written, and Ada reads. */
export async function somePeople() {
  const journey = await openJourney()
  const ada = await journey.as('ada')
  const ben = await journey.as('ben')
  const cleo = await journey.as('cleo')
  await ben.editMe({ displayName: 'Ben', bio: 'Boats, #bread and @cleo.' })
  await ben.createPost({ body: 'by Ben' })
  await cleo.createPost({ body: 'by Cleo' })
  return { journey, ada, ben, cleo }
}
