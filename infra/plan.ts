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
  /** What happens to data when its stack is deleted. */
  onRemoval: RemovalPolicy
}

export const planFor = (settings: Settings): Plan => ({
  settings,
  names: namesFor(settings),
  size: sizes[settings.size],
  env: { account: settings.account, region: settings.region },
  onRemoval: settings.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
})
