import { gallery } from './art/gallery.ts'

/** A picture that one of the demo people wears. */
export interface Portrait {
  kind: 'avatar' | 'banner'
  handle: string
}

/** All of them, faces first. */
export function allPortraits(): Portrait[] {
  return (['avatar', 'banner'] as const).flatMap((kind) =>
    Object.keys(gallery[kind]).map((handle) => ({ kind, handle })),
  )
}
