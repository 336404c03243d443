/** Shown when not even the site's configuration can be had, or the words of its language: so in English. */
export function StartError() {
  return (
    <main className="notice" lang="en" dir="ltr">
      <h1 className="text-2xl font-bold">Mayfly can't start</h1>
      <p className="my-4 text-ink2">
        The site did not answer. Check your connection, then try again. Nothing that you wrote is lost.
      </p>
      <button type="button" className="btn" onClick={() => location.reload()}>
        Try again
      </button>
    </main>
  )
}
