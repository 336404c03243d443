import { type Given, readGiven } from '@mayfly/config/config'
import { openStores, type Stores } from '@mayfly/storage/stores'
import { variablesFor } from './variables.ts'
import type { LambdaName } from './wiring.ts'

/** What a function is given besides its event. */
export interface Surroundings {
  config: Given
  stores: Stores
  now: () => Date
}

/** A function has one event at a time, and there may be many at once: each connection costs the database memory. */
export const fewConnections = { mostConnections: 2 }

export type LambdaFunction<Event, Result> = (event: Event, surroundings: Surroundings) => Promise<Result>

/**
 * Makes a Lambda handler of a function, with those variables that follow from its line of the wiring. Stores open on
 * the first event and stay open, so importing does nothing.
 */
export function onLambda<Event, Result>(name: LambdaName, handle: LambdaFunction<Event, Result>) {
  let opened: Surroundings | undefined
  return (event: Event): Promise<Result> => {
    opened ??= open(name)
    return handle(event, opened)
  }
}

function open(name: LambdaName): Surroundings {
  const config = readGiven(variablesFor(name))
  return { config, stores: openStores(config, fewConnections), now: () => new Date() }
}
