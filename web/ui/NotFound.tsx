export function NotFound() {
  return <h1>Gone, or never was</h1>
}
