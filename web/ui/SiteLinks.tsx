import { documentAddress } from '../language/language.ts'
import { type Text, t } from '../language/words.ts'

const pages: readonly [string, Text][] = [
  ['/about', 'About'],
  ['/help', 'Help'],
  ['/terms', 'Terms'],
  ['/privacy', 'Privacy||document'],
  ['/accessibility', 'Accessibility'],
]

/** Links to the pages that are plain documents, outside of the app. */
export function SiteLinks() {
  return pages.map(([path, label]) => (
    <a key={path} href={documentAddress(path)} className="footer-link">
      {t(label)}
    </a>
  ))
}
