/** Holds the place of a page whose code is on its way. */
export function PagePending() {
  return (
    <div className="grid gap-4 p-4" aria-hidden="true">
      <div className="sk h-6 w-32" />
      <div className="sk h-4 w-full" />
      <div className="sk h-4 w-4/5" />
    </div>
  )
}
