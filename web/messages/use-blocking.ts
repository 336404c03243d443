import { useNavigate } from '@tanstack/react-router'
import { block } from '../ties/block.ts'

/** Blocks a person, which can be undone, and leaves the conversation with them. */
export function useBlocking(): (handle: string) => void {
  const navigate = useNavigate()
  return async (handle) => {
    if (await block(handle)) await navigate({ to: '/messages' })
  }
}
