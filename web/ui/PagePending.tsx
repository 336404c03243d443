export function PagePending() {
  return <div aria-hidden="true" />
}
