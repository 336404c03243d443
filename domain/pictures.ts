import type { PictureKind } from '@mayfly/contract/pictures'

interface Variant {
  /** The file's name, without its ending: the width in pixels that it is made for. */
  name: string
  width: number
  /** Set where the shape is fixed; photos keep their own. */
  height?: number
}

/** What each kind of picture is shown as, smallest first. All are WebP. */
export const variants: Record<PictureKind, readonly Variant[]> = {
  avatar: [96, 256, 512].map((width) => ({ name: String(width), width, height: width })),
  banner: [600, 1500].map((width) => ({ name: String(width), width, height: width / 3 })),
  photo: [320, 640, 1280].map((width) => ({ name: String(width), width })),
}

/** A photo waits in a folder that the CDN does not serve, until there is a post for it. */
const folders: Record<PictureKind, string> = { avatar: 'avatars', banner: 'banners', photo: 'staged' }

/** Where a picture's variant is made in the processed bucket: `avatars/<id>/256.webp`, `staged/<id>/640.webp`. */
export const processedKey = (kind: PictureKind, id: string, name: string) =>
  `${folders[kind]}/${id}/${name}.webp`

/** Where a photo is in the processed bucket once it is posted. Under another post's id it is not. */
const postedKey = (postId: string, id: string, name: string) => `photos/${postId}/${id}/${name}.webp`

/** Where a copy of a reported photo is held for moderators. The CDN does not serve this folder. */
const heldKey = (folder: string, id: string, name: string) => `held/${folder}/${id}/${name}.webp`

/** What is copied when a post is reported. */
export const heldCopiesFor = (folder: string, postId: string, id: string) =>
  variants.photo.map(({ name }) => ({ from: postedKey(postId, id, name), to: heldKey(folder, id, name) }))

/** What is copied when a post comes back, its photo under a new id. */
export const restoredCopiesFor = (folder: string, postId: string, id: string, newId: string) =>
  variants.photo.map(({ name }) => ({ from: heldKey(folder, id, name), to: postedKey(postId, newId, name) }))

/** The one object of a held photo that moderators look at. */
export const shownHeldKey = (folder: string, id: string) => heldKey(folder, id, '1280')

/** The same of a photo whose post is still there. */
export const shownPostedKey = (postId: string, id: string) => postedKey(postId, id, '1280')

/** What is copied when a photo is posted. */
export const copiesFor = (postId: string, id: string) =>
  variants.photo.map(({ name }) => ({
    from: processedKey('photo', id, name),
    to: postedKey(postId, id, name),
  }))

/** All objects of a picture: of its copies for a post, or of what was made of it first when there is no post's id. */
export const keysOf = (kind: PictureKind, id: string, postId: string | null) =>
  variants[kind].map(({ name }) =>
    postId === null ? processedKey(kind, id, name) : postedKey(postId, id, name),
  )

/** All objects of a photo that is held for a case. */
export const heldKeysOf = (folder: string, id: string) =>
  variants.photo.map(({ name }) => heldKey(folder, id, name))

/** Of all objects of a picture, the one with the most of it. */
export const largestKey = (kind: PictureKind, id: string, postId: string | null) =>
  keysOf(kind, id, postId).at(-1) as string

/** Where an upload arrives in the raw bucket: `incoming/photo/<owner>/<id>`. */
export const rawKey = (kind: PictureKind, ownerId: string, id: string) => `incoming/${kind}/${ownerId}/${id}`

/** What a key of the raw bucket says; undefined for any other key. */
export function readRawKey(key: string): { kind: PictureKind; ownerId: string; id: string } | undefined {
  const match = /^incoming\/(avatar|banner|photo)\/([\da-f-]{36})\/([\da-f-]{36})$/.exec(key)
  if (match === null) return undefined
  const [, kind, ownerId, id] = match as unknown as [string, PictureKind, string, string]
  return { kind, ownerId, id }
}

/** The path on the CDN of an avatar or a banner. */
export const picturePath = (kind: 'avatar' | 'banner', id: string, name: string) =>
  `/${processedKey(kind, id, name)}`

/** The path on the CDN of a photo. The post's id is in it, so that the CDN can tell when it is over. */
export const photoPath = (postId: string, id: string, name: string) => `/${postedKey(postId, id, name)}`
