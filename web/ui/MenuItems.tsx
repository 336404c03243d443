import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { MenuItem } from './Menu.tsx'

interface Props {
  id: string
  items: MenuItem[]
  /** Where it opens, if there is room. */
  side: 'above' | 'below'
  align: 'start' | 'end'
  close: () => void
}

/** Between a list and the edge of the window, in px. */
const MARGIN = 8

/** The open list of a menu: arrows walk, letters jump, Escape and Tab leave. */
export function MenuItems({ id, items, side: wanted, align, close }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState(wanted)
  const [shift, setShift] = useState(0)
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

  useLayoutEffect(() => {
    if (!list.current) return
    if (isCutOff(list.current)) setSide('above')
    setShift(wayIntoView(list.current))
  }, [])
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, entries())
    if (target) {
      event.preventDefault()
      target.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  return (
    <div
      ref={list}
      id={id}
      role="menu"
      tabIndex={-1}
      className={`menu menu-${side} menu-${align}`}
      style={shift === 0 ? undefined : { transform: `translateX(${shift}px)` }}
      onKeyDown={onKeyDown}
    >
      {items.map(({ label, icon, isDangerous, onSelect }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={isDangerous ? 'menu-item text-like' : 'menu-item'}
          onClick={() => {
            close()
            onSelect()
          }}
        >
          {icon}
          {label}
        </button>
      ))}
    </div>
  )
}

/** Whether a list below its button ends under the edge of the window or under the tabs, and fits above. */
function isCutOff(list: HTMLElement): boolean {
  const { top, bottom, height } = list.getBoundingClientRect()
  const tabs = document.querySelector('.tab-bar')?.getBoundingClientRect()
  const lowest = tabs && tabs.height > 0 ? tabs.top : innerHeight
  const room = top - (list.parentElement?.offsetHeight ?? 0)
  return bottom > lowest && room > height
}

/** How far a list must go to the right, or to the left if less than 0, to be seen whole. */
function wayIntoView(list: HTMLElement): number {
  const { left, right } = list.getBoundingClientRect()
  const furthest = document.documentElement.clientWidth - MARGIN
  return Math.max(MARGIN - left, 0) + Math.min(furthest - right, 0)
}

/** The entry that a key leads to, or undefined. */
function targetOf(key: string, entries: HTMLElement[]): HTMLElement | undefined {
  const current = entries.indexOf(document.activeElement as HTMLElement)
  const last = entries.length - 1
  if (key === 'ArrowDown') return entries[current === last ? 0 : current + 1]
  if (key === 'ArrowUp') return entries[current <= 0 ? last : current - 1]
  if (key === 'Home') return entries[0]
  if (key === 'End') return entries[last]
  if (key.length !== 1 || key === ' ') return undefined
  const rotated = [...entries.slice(current + 1), ...entries.slice(0, current + 1)]
  return rotated.find((entry) => entry.textContent.trim().toLowerCase().startsWith(key.toLowerCase()))
}
