import * as z from 'zod/mini'
import { limits } from './limits.ts'
import type { Route } from './route.ts'
import { text } from './text.ts'

/** What a picture is for. */
export const PictureKind = z.enum(
  ['avatar', 'banner', 'photo'],
  'A picture is an avatar, a banner or a photo.',
)
export type PictureKind = z.infer<typeof PictureKind>

/** What an upload may say it is. What it really is, is seen when it is decoded. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const

export const PictureType = z.enum(pictureTypes, 'Mayfly takes JPEG, PNG, WebP, AVIF and GIF pictures.')

/** A photo in a post, as it is shown. Its address is made of the post's id and its own. */
export const Photo = z.object({
  id: z.uuid(),
  /** Of the original in pixels, upright: what its place on the page is kept for. */
  width: z.int(),
  height: z.int(),
  /** A thumbhash in base64: a few bytes to show before the photo is there. */
  placeholder: z.string(),
  /** What is to be seen, for those who do not see it; empty when the author did not say. */
  alt: z.string(),
})
export type Photo = z.infer<typeof Photo>

export const AltText = text({ what: 'A description', graphemes: limits.altGraphemes, mayBeEmpty: true })

/** A photo as an author puts it into a post: an upload of their own that is ready. */
export const PhotoInDraft = z.strictObject({
  id: z.uuid('A photo is named by its upload.'),
  alt: z._default(AltText, ''),
})

/** What has become of an upload. */
export const Upload = z.object({
  id: z.uuid(),
  kind: PictureKind,
  state: z.enum(['waiting', 'ready', 'refused']),
  /** Why it was refused, in a sentence for its owner; null otherwise. */
  problem: z.nullable(z.string()),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  placeholder: z.nullable(z.string()),
})
export type Upload = z.infer<typeof Upload>

/** A form to send a file with: the fields first, in any order, then the file as `file`. */
export const UploadForm = z.object({
  id: z.uuid(),
  url: z.url(),
  fields: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime(),
})
export type UploadForm = z.infer<typeof UploadForm>

const byId = z.strictObject({ id: z.uuid('An upload has a UUID as its id.') })

export const pictureRoutes = {
  startUpload: {
    method: 'POST',
    path: '/uploads',
    auth: 'required',
    input: z.strictObject({
      kind: PictureKind,
      type: PictureType,
      bytes: z
        .int('The size is a whole number of bytes.')
        .check(
          z.minimum(1, 'This file is empty.'),
          z.maximum(limits.uploadBytes, `A picture has at most ${limits.uploadBytes / 1024 / 1024} MB.`),
        ),
    }),
    output: UploadForm,
    by: 'presign-upload',
    rate: 'upload',
    summary: 'A form to upload one picture with, good for five minutes.',
    success: 201,
  },
  showUpload: {
    method: 'GET',
    path: '/uploads/{id}',
    auth: 'required',
    input: byId,
    output: Upload,
    by: 'backend',
    summary: 'What has become of an upload of your own.',
  },
  discardUpload: {
    method: 'DELETE',
    path: '/uploads/{id}',
    auth: 'required',
    input: byId,
    output: z.undefined(),
    by: 'backend',
    summary: 'Throw away an upload that is in no post. Doing it twice is the same as once.',
    success: 204,
  },
  removeAvatar: {
    method: 'DELETE',
    path: '/me/avatar',
    auth: 'required',
    input: z.strictObject({}),
    output: z.undefined(),
    by: 'backend',
    summary: 'Have no avatar.',
    success: 204,
  },
  removeBanner: {
    method: 'DELETE',
    path: '/me/banner',
    auth: 'required',
    input: z.strictObject({}),
    output: z.undefined(),
    by: 'backend',
    summary: 'Have no banner.',
    success: 204,
  },
} as const satisfies Record<string, Route>
