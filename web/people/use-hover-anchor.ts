import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

const OPEN_MILLISECONDS = 500
/** Long enough to move from the name into the card. */
const CLOSE_MILLISECONDS = 250

const CARD = '.hover-card'

const anchorAt = ({ target }: Event) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-person]') : null
const isInCard = ({ target }: Event) => target instanceof Element && target.closest(CARD) !== null

/**
 * The name or face, marked with `data-person`, on which somebody rests with a mouse or the keyboard's focus; not with a
 * finger. One pair of listeners for all of them, however many a page has.
 */
export function useHoverAnchor() {
  const [anchor, setAnchor] = useState<HTMLElement>()
  const { history } = useRouter()

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown: HTMLElement | undefined
    let waiting: HTMLElement | undefined
    const show = (next: HTMLElement | undefined) => {
      shown = next?.isConnected ? next : undefined
      setAnchor(shown)
    }
    const soon = (next: HTMLElement | undefined, milliseconds: number) => {
      clearTimeout(timer)
      waiting = next
      timer = setTimeout(() => show(next), milliseconds)
    }
    const close = () => soon(undefined, 0)
    const rest = (event: Event) => {
      const found = anchorAt(event)
      if (isInCard(event)) {
        clearTimeout(timer)
        waiting = shown
      } else if (found) {
        if (found !== waiting) soon(found, OPEN_MILLISECONDS)
      } else if (waiting || shown) soon(undefined, CLOSE_MILLISECONDS)
    }
    const onPointer = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') rest(event)
    }
    const onFocus = (event: FocusEvent) => {
      const isByKey = event.target instanceof Element && event.target.matches(':focus-visible')
      if (isByKey && matchMedia('(hover: hover)').matches) rest(event)
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close()
    }
    const onPress = (event: PointerEvent) => {
      if (!isInCard(event)) close()
    }
    // The focus may have come before this part of the app.
    const focused = document.activeElement?.closest<HTMLElement>('[data-person]:focus-visible')
    if (focused && matchMedia('(hover: hover)').matches) soon(focused, OPEN_MILLISECONDS)
    document.addEventListener('pointerover', onPointer)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    // The focus may bring it on; only what is shown already is left behind.
    const onScroll = () => show(undefined)
    addEventListener('scroll', onScroll, { passive: true })
    const stopRoutes = history.subscribe(close)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', onPointer)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
      removeEventListener('scroll', onScroll)
      stopRoutes()
    }
  }, [history])

  return anchor
}
