import { describe, expect, it } from 'vitest'
import { assetsHeaders, cacheControlFor, siteHeaders } from './site-headers.ts'

function policy(origins: Parameters<typeof siteHeaders>[0]): Map<string, string[]> {
  const text = siteHeaders(origins)['content-security-policy'] ?? ''
  const directives = text.split('; ').map((directive) => directive.split(' '))
  return new Map(directives.map(([name, ...sources]) => [name as string, sources]))
}

describe("The site's policy", () => {
  const atHome = policy({ apiOrigin: 'http://localhost:3001' })
  const onAws = policy({
    apiOrigin: 'https://api.example.com',
    assetsOrigin: 'https://assets.example.com',
    uploadsOrigin: 'https://raw.s3.us-east-1.amazonaws.com',
    heldOrigin: 'https://processed.s3.us-east-1.amazonaws.com',
  })

  it('allows nothing that it does not name', () => {
    expect(onAws.get('default-src')).toEqual(["'none'"])
  })

  it('never allows inline code, evaluated code, inline styles or any host', () => {
    for (const sources of [...atHome.values(), ...onAws.values()]) {
      for (const loose of ["'unsafe-inline'", "'unsafe-eval'", '*', 'http:', 'https:'])
        expect(sources).not.toContain(loose)
    }
  })

  it('lets pages call the API and send uploads, and nothing more', () => {
    expect(atHome.get('connect-src')).toEqual(["'self'", 'http://localhost:3001'])
    expect(onAws.get('connect-src')).toEqual([
      "'self'",
      'https://api.example.com',
      'https://raw.s3.us-east-1.amazonaws.com',
    ])
  })

  it('lets pages show pictures of the site, its assets, those just picked and those that are held', () => {
    expect(atHome.get('img-src')).toEqual(["'self'", 'data:', 'blob:'])
    expect(onAws.get('img-src')).toEqual([
      "'self'",
      'data:',
      'blob:',
      'https://assets.example.com',
      'https://processed.s3.us-east-1.amazonaws.com',
    ])
  })

  it('keeps the site out of frames and its forms at home', () => {
    expect(onAws.get('frame-ancestors')).toEqual(["'none'"])
    expect(onAws.get('form-action')).toEqual(["'self'"])
    expect(onAws.get('base-uri')).toEqual(["'none'"])
  })

  it('asks for https only where there is https', () => {
    expect(onAws.has('upgrade-insecure-requests')).toBe(true)
    expect(atHome.has('upgrade-insecure-requests')).toBe(false)
  })
})

describe('The headers of pictures', () => {
  it('let a picture be shown on the site, and never run as a page', () => {
    expect(assetsHeaders['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(assetsHeaders['x-content-type-options']).toBe('nosniff')
    expect(assetsHeaders['cross-origin-resource-policy']).toBe('same-site')
  })
})

describe('A file of the site', () => {
  it('is kept for a year when its name has a hash, else asked for each time', () => {
    expect(cacheControlFor('/assets/app-3f9c.js')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/app.html', '/de/index.html', '/config.json', '/favicon.svg', '/', '/assets'])
      expect(cacheControlFor(path)).toBe('no-cache')
  })
})
