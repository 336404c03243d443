export interface SiteOrigins {
  /** Where the API answers: `https://api.example.com`. */
  apiOrigin: string
  /** Where pictures are served, when it is not the site itself. */
  assetsOrigin?: string
  /** Where uploads are sent, the raw bucket's: `https://raw.s3.us-east-1.amazonaws.com`. */
  uploadsOrigin?: string
  /** Where moderators see photos that are held, the processed bucket's: `https://processed.s3.us-east-1.amazonaws.com`. */
  heldOrigin?: string
}

const TWO_YEARS_SECONDS = 63_072_000
const STRICT_TRANSPORT = `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`

/** The security headers on every answer of the site, whoever serves it. */
export function siteHeaders(origins: SiteOrigins): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(origins),
    'strict-transport-security': STRICT_TRANSPORT,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** The security headers on every answer of the CDN of pictures: an `img` of the site may show them, nothing else. */
export const assetsHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; sandbox",
  'strict-transport-security': STRICT_TRANSPORT,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-site',
}

/** No inline script and no inline style: React sets styles through the CSSOM, which no policy stops. */
function contentSecurityPolicy({ apiOrigin, assetsOrigin, uploadsOrigin, heldOrigin }: SiteOrigins): string {
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    list('img-src', "'self'", 'data:', 'blob:', assetsOrigin, heldOrigin),
    "font-src 'self'",
    list('connect-src', "'self'", apiOrigin, uploadsOrigin),
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]
  // On one machine the API is plain http, and must not be sought at https.
  if (apiOrigin.startsWith('https:')) directives.push('upgrade-insecure-requests')
  return directives.join('; ')
}

function list(...words: (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(' ')
}

const ONE_YEAR_SECONDS = 31_536_000

/** How long a file of the site may be kept. The build writes a hash of the content into the names under `/assets/`. */
export function cacheControlFor(path: string): string {
  return path.startsWith('/assets/') ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache'
}
