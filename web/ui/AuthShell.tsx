import { Outlet } from '@tanstack/react-router'

export function AuthShell() {
  return <Outlet />
}
