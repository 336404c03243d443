import { wordsOf } from '@mayfly/domain/words'
import type { ReactNode } from 'react'

/** Something that the palette can do. */
export interface Command {
  id: string
  group: 'Go to' | 'Do' | 'Settings' | 'People' | 'Search'
  label: string
  icon: ReactNode
  /** What else it may be called. */
  about?: string
  run: () => void
}

/** Arabic writes it in one with its word. */
const ARTICLE = /^ال/

/** Those of which each typed word begins a word. What is called so itself comes before what is also called so. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const wanted = wordsOf(typed)
  const isCalled = (name: string) => {
    const words = wordsOf(name).flatMap((word) => [word, word.replace(ARTICLE, '')])
    return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)))
  }
  const called = commands.filter(({ label }) => isCalled(label))
  const known = commands.filter((one) => !called.includes(one) && isCalled(`${one.label} ${one.about ?? ''}`))
  return [...called, ...known]
}
