const pages = [
  ['/about', 'About'],
  ['/help', 'Help'],
  ['/terms', 'Terms'],
  ['/privacy', 'Privacy'],
  ['/accessibility', 'Accessibility'],
] as const

/** Links to the pages that are plain documents, outside of the app. */
export function SiteLinks() {
  return pages.map(([href, label]) => (
    <a key={href} href={href} className="footer-link">
      {label}
    </a>
  ))
}
