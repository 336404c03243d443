import { HoverCard } from './HoverCard.tsx'
import { useHoverAnchor } from './use-hover-anchor.ts'

/** Shows who somebody is when one rests on their name or face. */
export function HoverCards() {
  const anchor = useHoverAnchor()
  const handle = anchor?.dataset.person
  return anchor && handle ? <HoverCard key={handle} anchor={anchor} handle={handle} /> : null
}
