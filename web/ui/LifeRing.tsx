/** What is left of a life, as a ring. The words always stand beside it. */
export function LifeRing() {
  return (
    <svg className="life-ring" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.5" />
      <circle className="left" cx="7" cy="7" r="5.5" pathLength="100" />
    </svg>
  )
}
