export function PageError() {
  return <h1>Something broke</h1>
}
