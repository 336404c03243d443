import type { ListedPerson, Person } from '@mayfly/contract/people'
import { queryClient, type ReadName, readKey } from '../use-api.ts'

/** A list as the Query cache holds it: in pages, or in one go. */
interface PeopleLists {
  pages?: { items: ListedPerson[] }[]
  items?: ListedPerson[]
}

const lists = [
  'listFollowers',
  'listFollowing',
  'listSuggestions',
  'listMuted',
  'searchPeople',
] as const satisfies ReadName[]

/** Changes a known person wherever they are shown, at once. */
export function changePerson(
  handle: string,
  change: <Known extends ListedPerson>(person: Known) => Known,
): void {
  queryClient.setQueryData<Person>(readKey('showPerson', { handle }), (person) => person && change(person))
  changeLists((items) => items.map((person) => (person.handle === handle ? change(person) : person)))
}

/** Takes a person out of every list of people. */
export function dropPerson(handle: string): void {
  changeLists((items) => items.filter((person) => person.handle !== handle))
}

/** A person as they were last heard of, if they were. */
export const knownPerson = (handle: string): ListedPerson | undefined =>
  queryClient.getQueryData<Person>(readKey('showPerson', { handle })) ??
  lists
    .flatMap((list) => queryClient.getQueriesData<PeopleLists>({ queryKey: readKey(list) }))
    .flatMap(([, known]) => known?.items ?? known?.pages?.flatMap(({ items }) => items) ?? [])
    .find((person) => person.handle === handle)

/** What is listed of one's own ties is read anew the next time; what is on screen stays where it is. */
export function forgetTies(myHandle: string | undefined): void {
  if (myHandle !== undefined)
    void queryClient.invalidateQueries({ queryKey: readKey('showPerson', { handle: myHandle }) })
  for (const list of lists)
    void queryClient.invalidateQueries({ queryKey: readKey(list), refetchType: 'none' })
}

function changeLists(change: (items: ListedPerson[]) => ListedPerson[]): void {
  for (const list of lists)
    queryClient.setQueriesData<PeopleLists>(
      { queryKey: readKey(list) },
      (known) =>
        known && {
          ...known,
          ...(known.items && { items: change(known.items) }),
          ...(known.pages && {
            pages: known.pages.map((page) => ({ ...page, items: change(page.items) })),
          }),
        },
    )
}
