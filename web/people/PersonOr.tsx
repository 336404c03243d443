import type { Person } from '@mayfly/contract/people'
import { Refusal } from '@mayfly/contract/refusal'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { queryClient, readKey, useRead } from '../use-api.ts'
import { Nobody } from './Nobody.tsx'
import { PersonSkeletons } from './PersonSkeletons.tsx'

interface Props {
  handle: string
  /** Stands in place of a person who is on their way. */
  pending?: ReactNode
  children: (person: Person) => ReactNode
}

/** What a page shows of a person: them, or why not. A handle that they had leads to the page under the one they have. */
export function PersonOr({ handle, pending = <PersonSkeletons />, children }: Props) {
  const { data: person, error, refetch } = useRead('showPerson', { handle })
  if (error instanceof Refusal && error.code === 'not-found') return <Nobody handle={handle} />
  if (person === undefined || person.handle !== handle)
    return (
      <>
        <TopBar title={`@${handle}`} hasBack />
        {error ? <ErrorCard error={error} retry={() => void refetch()} /> : pending}
        {person && <ToPresentHandle person={person} />}
      </>
    )
  return children(person)
}

function ToPresentHandle({ person }: { person: Person }) {
  const { history } = useRouter()
  useEffect(() => {
    const { handle } = person
    queryClient.setQueryData(readKey('showPerson', { handle }), person)
    history.replace(history.location.href.replace(/^\/@[^/?#]+/, `/@${handle}`))
  }, [person, history])
  return null
}
