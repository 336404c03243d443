import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'

interface Props {
  isOpen: boolean
  /** Called for Escape, a press beside the dialog, going back, and whatever the content asks for. */
  onClose: () => void
  /** The id of the heading inside. */
  labelledBy: string
  children: ReactNode
  className?: string
  /** What gets the focus; else the first element marked `data-autofocus`, else the browser's choice. */
  initialFocus?: RefObject<HTMLElement | null>
}

/** A native modal dialog: the browser keeps the focus inside and gives it back at the end. */
export function Dialog({ isOpen, onClose, labelledBy, children, className = '', initialFocus }: Props) {
  const ref = useRef<HTMLDialogElement>(null)

  // Who goes back means the dialog in front, not the page behind it.
  useBlocker({
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK') return false
      onClose()
      return true
    },
    enableBeforeUnload: false,
    disabled: !isOpen,
  })

  // Before the element leaves the page it has to be closed: only then does the focus go back.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!isOpen || !dialog) return
    dialog.showModal()
    // React's autoFocus runs while the dialog is still closed, and would leave the focus on the first button.
    const first = initialFocus?.current ?? dialog.querySelector<HTMLElement>('[data-autofocus]')
    first?.focus()
    return () => dialog.close()
  }, [isOpen, initialFocus])

  if (!isOpen) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by keyboard what a press beside the dialog does.
    <dialog
      ref={ref}
      aria-labelledby={labelledBy}
      className={className}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
    >
      {children}
    </dialog>
  )
}
