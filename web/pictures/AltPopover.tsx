import { useEffect } from 'react'
import { t } from '../language/words.ts'

interface Props {
  id: string
  text: string
  close: () => void
}

/** A photo's description, for those who see it as well. Closed by its button, by Escape and by a press elsewhere. */
export function AltPopover({ id, text, close }: Props) {
  useEffect(() => {
    const closeOutside = ({ target }: PointerEvent) => {
      const isInside = target instanceof Element && target.closest('.alt-popover, .alt-badge') !== null
      if (!isInside) close()
    }
    addEventListener('pointerdown', closeOutside)
    return () => removeEventListener('pointerdown', closeOutside)
  }, [close])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long description is read on by the arrow keys.
    <section id={id} tabIndex={0} aria-label={t('Description')} className="alt-popover">
      <p dir="auto">{text}</p>
    </section>
  )
}
