import type { Arguments, Output } from '@mayfly/contract/route'
import type { Routes } from '@mayfly/contract/routes'
import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { api } from './api.ts'
import type { WriteName } from './use-api.ts'

type Given<Name extends WriteName> = Arguments<Routes[Name]>
type Got<Name extends WriteName> = Output<Routes[Name]>

type WriteOptions<Name extends WriteName> = Omit<
  UseMutationOptions<Got<Name>, Error, Given<Name>>,
  'mutationFn'
>

/** Writes: `const write = useWrite('createPost')`, then `write.mutate(draft)`. */
export function useWrite<Name extends WriteName>(name: Name, options: WriteOptions<Name> = {}) {
  const call = api[name] as (input: Given<Name>) => Promise<Got<Name>>
  return useMutation({ ...options, mutationFn: call })
}
