import { tinykeys } from 'tinykeys'
import { preference } from '../ui/preferences.ts'
import { usePalette } from './palette-store.ts'

/**
 * Ctrl or ⌘ and K open and close the palette, also from a field. Whoever is in a dialog goes on with that.
 * @returns what ends it
 */
export function listenForPalette(): () => void {
  const toggle = (event: KeyboardEvent) => {
    const palette = usePalette.getState()
    const isElsewhere = !palette.isOpen && document.querySelector('dialog[open]') !== null
    if (preference('shortcuts') === 'off' || isElsewhere) return
    event.preventDefault()
    palette.toggle()
  }
  const ignore = ({ repeat, isComposing }: KeyboardEvent) => repeat || isComposing
  return tinykeys(window, { '$mod+k': toggle }, { ignore })
}
