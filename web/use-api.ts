import { Refusal } from '@mayfly/contract/refusal'
import type { Arguments, Output } from '@mayfly/contract/route'
import type { RouteName, Routes } from '@mayfly/contract/routes'
import { QueryClient, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export type ReadName = { [Name in RouteName]: Routes[Name]['method'] extends 'GET' ? Name : never }[RouteName]
export type WriteName = Exclude<RouteName, ReadName>
type Given<Name extends RouteName> = Arguments<Routes[Name]>
type Got<Name extends RouteName> = Output<Routes[Name]>

/** One cache for the app. A refusal is an answer and is not asked for again; a bad line is, twice, and when it is back. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Without a line, too: a page that says so is better than one that waits in silence.
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (failures, error) => !(error instanceof Refusal) && failures < 2 && navigator.onLine,
    },
    // A write without a line fails at once, in words, and does not go out by itself some time later.
    mutations: { networkMode: 'always' },
  },
})

/** The key under which an answer is cached; without input, of all answers of the route. */
export const readKey = <Name extends ReadName>(name: Name, input?: Partial<Given<Name>>) =>
  input === undefined ? [name] : [name, input]

const call = <Name extends RouteName>(name: Name, input: Given<Name>) =>
  (api[name] as (input: Given<Name>) => Promise<Got<Name>>)(input)

/** Reads a route and keeps the answer: `useRead('showPost', { id })`. */
export function useRead<Name extends ReadName>(
  name: Name,
  input: Given<Name>,
  options: Omit<UseQueryOptions<Got<Name>>, 'queryKey' | 'queryFn'> = {},
) {
  return useQuery({ ...options, queryKey: readKey(name, input), queryFn: () => call(name, input) })
}
