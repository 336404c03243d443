import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { MenuItems } from './MenuItems.tsx'

export interface MenuItem {
  label: string
  icon?: ReactNode
  isDangerous?: boolean
  onSelect: () => void
}

interface Props {
  /** The button's accessible name, when its content is no text. */
  label?: string
  items: MenuItem[]
  /** What the button shows. */
  children: ReactNode
  buttonClass?: string
  /** Whether what it offers first is done already. */
  isPressed?: boolean
  /** The key that does it without the menu. */
  keys?: string
  /** What the list's place is seen from: the button, or with 'static' something around it. */
  rootClass?: 'relative' | 'static'
  /** Where the list opens. */
  side?: 'above' | 'below'
  align?: 'start' | 'end'
}

/** A button with a list of actions, as the WAI-ARIA menu button pattern has it. */
export function Menu({
  label,
  items,
  children,
  buttonClass = 'icon-btn',
  isPressed,
  keys,
  rootClass = 'relative',
  side = 'below',
  align = 'end',
}: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setIsOpen(false)
    }
    addEventListener('pointerdown', closeOutside)
    return () => removeEventListener('pointerdown', closeOutside)
  }, [isOpen])

  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  const openByArrow = (event: KeyboardEvent) => {
    if (isOpen || !['ArrowDown', 'ArrowUp'].includes(event.key)) return
    event.preventDefault()
    setIsOpen(true)
  }

  return (
    <div ref={root} className={rootClass}>
      <button
        ref={button}
        type="button"
        className={buttonClass}
        aria-label={label}
        aria-haspopup="menu"
        aria-pressed={isPressed}
        aria-keyshortcuts={keys}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={openByArrow}
      >
        {children}
      </button>
      {isOpen && <MenuItems {...{ id, items, close, side, align }} />}
    </div>
  )
}
