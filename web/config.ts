/** Where things are on this site. Not a secret: the site serves it to everybody. */
export interface SiteConfig {
  /** Without a slash at the end. */
  apiOrigin: string
  /** Where pictures are. Without a slash at the end. */
  assetsOrigin: string
  /** Where to read the e-mails of a local Mayfly; absent where real e-mails are sent. */
  mailboxUrl?: string
}

/** Set by `loadConfig` before the first page is shown. */
export let config: SiteConfig

/** Reads the site's own `/config.json`. Throws when it can't be had. */
export async function loadConfig(): Promise<SiteConfig> {
  const response = await fetch('/config.json')
  if (!response.ok) throw new Error(`/config.json answered ${response.status}.`)
  config = (await response.json()) as SiteConfig
  return config
}
