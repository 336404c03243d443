import { type RefObject, useEffect, useRef, useState } from 'react'
import { hasFiles } from './guard-drops.ts'

/**
 * Takes pictures that are dropped on an element or pasted into it.
 * Returns whether files are held over it right now.
 */
export function useDropAndPaste(
  target: RefObject<HTMLElement | null>,
  add: (files: File[]) => void,
): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })

  useEffect(() => {
    const element = target.current
    if (element === null) return
    const listening = new AbortController()
    const { signal } = listening
    const hold = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!element.contains(event.relatedTarget as Node | null)) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      setIsOver(false)
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      latest.current(filesIn(event.dataTransfer))
    }
    const paste = (event: ClipboardEvent) => {
      const files = filesIn(event.clipboardData)
      // Office programs put a picture of the text beside the text.
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return
      event.preventDefault()
      latest.current(files)
    }
    element.addEventListener('dragenter', hold, { signal })
    element.addEventListener('dragover', hold, { signal })
    element.addEventListener('dragleave', leave, { signal })
    element.addEventListener('drop', drop, { signal })
    element.addEventListener('paste', paste, { signal })
    return () => listening.abort()
  }, [target])

  return isOver
}

const filesIn = (data: DataTransfer | null) => [...(data?.files ?? [])]
