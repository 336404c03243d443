import { type Config, readConfig } from '@mayfly/config/config'
import { openStores, type Stores } from '@mayfly/storage/stores'

/** What a function is given besides its event. */
export interface Surroundings {
  config: Config
  stores: Stores
  now: () => Date
}

export type LambdaFunction<Event, Result> = (event: Event, surroundings: Surroundings) => Promise<Result>

let opened: Surroundings | undefined

/** Makes a Lambda handler of a function. Stores open on the first event and stay open, so importing does nothing. */
export function onLambda<Event, Result>(handle: LambdaFunction<Event, Result>) {
  return (event: Event): Promise<Result> => {
    opened ??= open()
    return handle(event, opened)
  }
}

function open(): Surroundings {
  const config = readConfig()
  return { config, stores: openStores(config), now: () => new Date() }
}
