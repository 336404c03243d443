interface Page {
  title: string
  /** HTML that is put in as it is. */
  body: string
  /** From the page back to the site's first: '' or '../'. */
  up: string
}

const links = [
  ['index.html', 'Overview'],
  ['model/index.html', 'Model'],
  ['architecture.html', 'Architecture'],
  ['decisions/index.html', 'Decisions'],
  ['code/index.html', 'Code'],
  ['api.html', 'API'],
  ['deploy.html', 'Deploy'],
  ['services.html', 'Services'],
  ['cost.html', 'Cost'],
  ['exports/index.html', 'Exports'],
] as const

/** Every page in the same plain frame; without scripts, and with nothing from elsewhere. */
export const framed = ({ title, body, up }: Page): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Mayfly</title>
<link rel="stylesheet" href="${up}style.css">
<nav aria-label="Documents">${links.map(([to, words]) => `<a href="${up}${to}">${words}</a>`).join(' ')}</nav>
<main>
${body}
</main>
</html>
`

export const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; --line: color-mix(in srgb, CanvasText 18%, Canvas); }
body { margin: 0; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0.75rem 1.5rem; border-bottom: 1px solid var(--line); }
main { max-width: 62rem; margin: auto; padding: 1rem 1.5rem 4rem; }
a { color: light-dark(#3538cd, #a5b4fc); }
h1, h2, h3 { line-height: 1.25; }
pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
code { font-size: 0.9em; overflow-wrap: anywhere; }
pre code { overflow-wrap: normal; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid var(--line); }
td:first-child code { white-space: nowrap; }
img { max-width: 100%; }
section { border-top: 1px solid var(--line); }
section h2 { font-size: 1.05rem; }
section th { font-weight: normal; }
.drawing { overflow-x: auto; margin: 1rem 0; }
.drawing svg { max-width: 100%; height: auto; color: CanvasText; }
`
