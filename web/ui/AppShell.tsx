import { Outlet } from '@tanstack/react-router'

/** The frame of the app: navigation, the page, and what stands beside it. */
export function AppShell() {
  return <Outlet />
}
