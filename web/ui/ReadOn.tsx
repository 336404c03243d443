import { useEffect, useRef } from 'react'

const READ_AHEAD = '1200px'

interface Props {
  pageCount: number
  readOn: () => void
}

/** At the end of a list: reads the next page before the reader comes to the end of this one. */
export function ReadOn({ pageCount, readOn }: Props) {
  const mark = useRef<HTMLDivElement>(null)
  const latest = useRef(readOn)
  useEffect(() => {
    latest.current = readOn
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a page is added and the mark is still near, it must be seen anew.
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting) latest.current()
      },
      { rootMargin: READ_AHEAD },
    )
    if (mark.current) observer.observe(mark.current)
    return () => observer.disconnect()
  }, [pageCount])
  return <div ref={mark} className="h-px" />
}
