import type { Lifetime } from '@mayfly/contract/lifetimes'
import type { PhotoName } from './art/gallery.ts'
import type { DemoHandle } from './people.ts'

/** A picture of the gallery, in a post. */
export interface PlannedPhoto {
  picture: PhotoName
  /** What is to be seen in it. */
  alt: string
}

interface Planned {
  by: DemoHandle
  text: string
  warning?: string
  photos?: readonly PlannedPhoto[]
  replies?: readonly PlannedReply[]
}

/** A post that starts a conversation, or stays alone. */
export interface PlannedPost extends Planned {
  lives: Lifetime
  /** The part of its life that is over when it is planned: from 0, just written, to below 1. */
  age: number
}

export interface PlannedReply extends Planned {
  /** The contract's default when missing; never longer than what it answers. */
  lives?: Lifetime
  /** How long after the post that it answers. */
  minutesLater: number
}
