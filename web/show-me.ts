import type { Author, Person } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import { changeMe } from './session/state.ts'
import { queryClient, readKey } from './use-api.ts'

/** Shows what one has changed about oneself wherever one is shown, at once. */
export function showMe(person: Person): void {
  const { id, handle, displayName, avatarId } = person
  changeMe(person)
  queryClient.setQueryData<Person>(readKey('showPerson', { handle }), person)
  const withMe = <By extends { author: Author }>(post: By): By =>
    post.author.id === id ? { ...post, author: { id, handle, displayName, avatarId } } : post
  queryClient.setQueriesData<Post>(
    { queryKey: readKey('showPost') },
    (post) => post && { ...withMe(post), quoted: post.quoted && withMe(post.quoted) },
  )
}
