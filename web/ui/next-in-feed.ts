const HEADER_PX = 56

/**
 * Moves the focus to the next (1) or the previous (-1) post of the feed, under the header.
 * The first press takes the topmost post in view.
 */
export function nextInFeed(step: 1 | -1): void {
  const posts = [...document.querySelectorAll<HTMLElement>('[role="feed"] article, .thread article')]
  const current = posts.findIndex((post) => post.contains(document.activeElement))
  const inView = posts.findIndex((post) => post.getBoundingClientRect().bottom > HEADER_PX + 1)
  const next = posts[current === -1 ? inView : current + step]
  if (!next) return
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'start' })
}
