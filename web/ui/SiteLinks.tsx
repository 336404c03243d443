import { type Text, t } from '../language/words.ts'

const pages: readonly [string, Text][] = [
  ['/about', 'About'],
  ['/help', 'Help'],
  ['/terms', 'Terms'],
  ['/privacy', 'Privacy'],
  ['/accessibility', 'Accessibility'],
]

/** Links to the pages that are plain documents, outside of the app. */
export function SiteLinks() {
  return pages.map(([href, label]) => (
    <a key={href} href={href} className="footer-link">
      {t(label)}
    </a>
  ))
}
