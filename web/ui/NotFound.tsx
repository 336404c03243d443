import { GonePage } from './GonePage.tsx'

/** For addresses where there is nothing. */
export function NotFound() {
  return (
    <GonePage title="Gone, or never was">
      There is nothing at this address. Posts burn down here; perhaps this was one.
    </GonePage>
  )
}
