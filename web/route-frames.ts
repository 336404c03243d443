import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { Frame } from './Frame.tsx'
import { safeNextPath } from './session/next-path.ts'
import { Root } from './ui/Root.tsx'
import { SignedInOnly } from './ui/SignedInOnly.tsx'

export const root = createRootRoute({ component: Root })

// Everybody may look at these, in the app's frame.
export const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Frame })
// These are for people who are signed in; others come here after the sign-in page.
export const mine = createRoute({ getParentRoute: () => shell, id: 'mine', component: SignedInOnly })
// The same without the app's frame: for somebody's first minute.
export const newcomers = createRoute({ getParentRoute: () => root, id: 'newcomers', component: SignedInOnly })
// These are for people who are not signed in yet.
export const auth = createRoute({
  getParentRoute: () => root,
  id: 'auth',
  component: lazyRouteComponent(() => import('./ui/AuthShell.tsx'), 'AuthShell'),
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    next === undefined ? {} : { next: safeNextPath(next) },
})
