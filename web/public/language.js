// Keeps the language that is chosen in the foot of a page, for the next visit and for the app.
addEventListener('click', ({ target }) => {
  const link = target.closest('.languages a')
  try {
    if (link) localStorage.setItem('language', link.hreflang)
  } catch {
    // Storage is switched off: the choice is good for this page.
  }
})
