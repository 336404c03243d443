import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { WhereTo } from './where-to.ts'

interface Props {
  to: WhereTo
  className: string
  title: string
  children: ReactNode
}

/** A link to where a notification leads. */
export function WhereToLink({ to: { handle, postId }, ...rest }: Props) {
  if (postId === undefined) return <Link to="/@{$handle}" params={{ handle }} {...rest} />
  return <Link to="/@{$handle}/$postId" params={{ handle, postId }} {...rest} />
}
