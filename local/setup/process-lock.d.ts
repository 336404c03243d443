export interface Holder {
  pid: number
  address?: string
}

export interface HeldLock {
  isMine: true
  announce(address: string): void
  shareWith(pid: number): void
  release(): void
}

export function takeLock(path: string): HeldLock | { isMine: false; holder: Holder }
