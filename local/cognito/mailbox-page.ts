import { createHash } from 'node:crypto'
import type { Mail } from './mailbox.ts'

const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(oklch(0.985 0.006 85), oklch(0.165 0.032 300));
  --surface: light-dark(oklch(1 0 0), oklch(0.205 0.034 300));
  --line: light-dark(oklch(0.905 0.012 80), oklch(0.315 0.036 300));
  --ink: light-dark(oklch(0.225 0.035 300), oklch(0.965 0.008 90));
  --quiet: light-dark(oklch(0.445 0.03 300), oklch(0.775 0.022 300));
  --brand: light-dark(oklch(0.485 0.2 295), oklch(0.77 0.13 300));
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 'Figtree Variable', system-ui, sans-serif;
}
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.2; }
h2 { margin: 0; font-size: 1.0625rem; }
time { white-space: nowrap; }
p { margin: 0.25rem 0; overflow-wrap: anywhere; }
ul { margin: 1.5rem 0 0; padding: 0; list-style: none; display: grid; gap: 1rem; }
article { padding: 1rem 1.25rem; background: var(--surface); border: 1px solid var(--line); border-radius: 1rem; }
a { display: inline-block; min-height: 1.5rem; margin-right: 1rem; color: var(--brand); }
a:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; border-radius: 0.25rem; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
.code {
  margin: 0.5rem 0;
  color: var(--brand);
  font-size: clamp(2rem, 10vw, 2.75rem);
  font-weight: 700;
  font-variant-numeric: tabular-nums;
  letter-spacing: 0.12em;
  line-height: 1.2;
  user-select: all;
}
.empty { margin-top: 2rem; padding: 2.5rem 1rem; border: 1px dashed var(--line); border-radius: 1rem; text-align: center; }
`

/** The Content-Security-Policy that the page needs: its own style, an empty icon, and nothing else. */
export const mailboxPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export type MailboxPageOptions = {
  /** The address whose mails are shown, to be named on the page; undefined when all are. */
  to?: string | undefined
  /** Where Mayfly itself is, to go back. */
  siteUrl: string
}

/**
 * Renders the local mailbox as one HTML page without scripts, safe whatever the mails hold. It does not reload
 * itself, which would take readers of a screen reader or a magnifier off their place: a link looks for new mail.
 */
export function renderMailboxPage(mails: Mail[], { to, siteUrl }: MailboxPageOptions): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Mailbox · Mayfly on this machine</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>Mailbox</h1>
<p class="quiet">${describeScope(to)} Mails that Mayfly sends on this machine end here and go nowhere else.</p>
<p><a href="">Look for new mail</a>${to === undefined ? '' : '<a href="?">Show all mail</a>'}<a href="${escapeHtml(siteUrl)}">Back to Mayfly</a></p>
${mails.length === 0 ? renderEmpty() : `<ul>${mails.map(renderMail).join('')}</ul>`}
</main>
</body>
</html>
`
}

function describeScope(to: string | undefined): string {
  return to === undefined ? '' : `Mail to ${escapeHtml(to)}.`
}

function renderEmpty(): string {
  return '<p class="empty">No mail yet. Sign up or ask for a new password, then look again.</p>'
}

function renderMail({ to, subject, body, code, sentAt }: Mail): string {
  const time = sentAt.slice(0, 16).replace('T', ' ')
  return `
<li><article>
<h2>${escapeHtml(subject)}</h2>
<p class="quiet">To ${escapeHtml(to)} · <time datetime="${escapeHtml(sentAt)}">${escapeHtml(time)} UTC</time></p>
<p class="code">${escapeHtml(code)}</p>
<p>${escapeHtml(body)}</p>
</article></li>`
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
}
