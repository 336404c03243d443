// Runs before the first paint, so that the page never flashes in the other theme or size.
try {
  const root = document.documentElement
  for (const name of ['theme', 'fade', 'text', 'colour', 'motion', 'counts', 'trends'])
    if (localStorage.getItem(name)) root.dataset[name] = localStorage.getItem(name)
} catch {
  // Storage is switched off: the system's theme it is.
}
