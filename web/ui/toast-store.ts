import { create } from 'zustand'

export interface Toast {
  id: number
  text: string
  action?: { label: string; run: () => void } | undefined
}

interface ToastState {
  toasts: Toast[]
  dismiss: (id: number) => void
}

const LASTS_MS = 6_000
const MOST_AT_ONCE = 3
let lastId = 0

export const useToasts = create<ToastState>((set) => ({
  toasts: [],
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}))

/** Says something in passing, aloud as well: `toast('Post deleted')`. Returns how to take it back early. */
export function toast(
  text: string,
  options: { action?: Toast['action']; lastsMs?: number } = {},
): () => void {
  lastId += 1
  const id = lastId
  const { dismiss } = useToasts.getState()
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts, { id, text, action: options.action }].slice(-MOST_AT_ONCE),
  }))
  setTimeout(() => dismiss(id), options.lastsMs ?? LASTS_MS)
  return () => dismiss(id)
}
