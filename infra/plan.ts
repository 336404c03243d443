import { type Environment, RemovalPolicy } from 'aws-cdk-lib'
import { type Names, namesFor } from './names.ts'
import type { Settings } from './settings-schema.ts'
import { type Size, sizes } from './sizes.ts'

/** What every stack is made from. */
export interface Plan {
  settings: Settings
  names: Names
  size: Size
  env: Required<Environment>
  /** What happens to data when its stack is deleted, where AWS itself guards it as well. */
  onRemoval: RemovalPolicy
  /** The same, but what a stack leaves behind that was never made to its end would be in the way of the next attempt. */
  onRemovalOnceMade: RemovalPolicy
}

export const planFor = (settings: Settings): Plan => ({
  settings,
  names: namesFor(settings),
  size: sizes[settings.size],
  env: { account: settings.account, region: settings.region },
  onRemoval: settings.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  onRemovalOnceMade: settings.keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
})
