import type { Author } from '@mayfly/contract/people'

interface Props {
  person: Pick<Author, 'displayName' | 'handle'>
  /** What stands for the name, if it is not the name alone. */
  name?: string
}

/** A person in two lines, each in its own direction and cut off at its own end. */
export function NameAndHandle({ person, name = person.displayName }: Props) {
  return (
    <>
      <span dir="auto" className="block truncate font-semibold">
        {name}
      </span>
      <span dir="auto" className="block truncate text-sm text-ink2">
        @{person.handle}
      </span>
    </>
  )
}
