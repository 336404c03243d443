import { t } from '../language/words.ts'
import { toast } from './toast-store.ts'

/** Copies a link, and says so; where the browser does not allow it, the link is in what is said. */
export async function copyLink(link: string, done = t('Link copied.')): Promise<void> {
  try {
    await navigator.clipboard.writeText(link)
    toast(done)
  } catch {
    toast(t('This browser did not allow copying. The link is {link}', { link }))
  }
}
