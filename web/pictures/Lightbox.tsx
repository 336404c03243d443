import { lazy, Suspense } from 'react'
import { useLightbox } from './lightbox-store.ts'

const LightboxDialog = lazy(async () => ({ default: (await import('./LightboxDialog.tsx')).LightboxDialog }))

/** Where photos are seen at large; fetched when the first one is. It stands outside of the posts, which may go meanwhile. */
export function Lightbox() {
  const shown = useLightbox((lightbox) => lightbox.shown)
  return <Suspense>{shown && <LightboxDialog {...shown} />}</Suspense>
}
