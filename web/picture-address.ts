import { photoPath, picturePath, variants } from '@mayfly/domain/pictures'

/** What an `<img>` needs to pick the smallest file that is sharp enough. */
export interface PictureSources {
  src: string
  srcSet: string
}

/** The files of a photo in a post. `origin` is the CDN's, without a slash at the end. */
export function photoSources(origin: string, postId: string, id: string): PictureSources {
  return sourcesOf('photo', (name) => origin + photoPath(postId, id, name))
}

/** The files of an avatar or a banner. */
export function profileSources(origin: string, kind: 'avatar' | 'banner', id: string): PictureSources {
  return sourcesOf(kind, (name) => origin + picturePath(kind, id, name))
}

/** `src` is the largest, for what can't read `srcset`. */
function sourcesOf(kind: keyof typeof variants, addressOf: (name: string) => string): PictureSources {
  const files = variants[kind].map(({ name, width }) => ({ address: addressOf(name), width }))
  return {
    src: files.at(-1)?.address ?? '',
    srcSet: files.map(({ address, width }) => `${address} ${width}w`).join(', '),
  }
}
