import { createBrowserRouter, type RouteObject } from 'react-router'
import { Loading } from '@/ui/states'
import { Fault } from './fault'
import { staffRoutes } from './staff-routes'
import { Shell } from './shell'
import { SignedIn } from './signed-in'

/** Each page is its own chunk; the name of the export is the name of the component. */
const page = (load: () => Promise<{ default: React.ComponentType }>): Pick<RouteObject, 'lazy'> => ({
  lazy: async () => ({ Component: (await load()).default }),
})

export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: Fault,
    HydrateFallback: Loading,
    children: [
      { path: '/', ...page(() => import('./pages/home-page')) },
      { path: '/apply', ...page(() => import('./pages/apply-page')) },
      { path: '/enter', ...page(() => import('@/features/accounts/enter-page')) },
      { path: '/i', ...page(() => import('@/features/cases/invitation-page')) },
      { path: '/g', ...page(() => import('@/features/rooms/guests/guest-page')) },
      { path: '/verify', ...page(() => import('@/features/settlements/verify-page')) },
      { path: '/verify/:code', ...page(() => import('@/features/settlements/verify-page')) },
      { path: '/log', ...page(() => import('@/features/rooms/log-page')) },
      { path: '/outbox', ...page(() => import('@/features/accounts/outbox-page')) },
      {
        Component: SignedIn,
        children: [
          { path: '/my', ...page(() => import('./pages/my-page')) },
          { path: '/cases/:id', ...page(() => import('./pages/case-page')) },
          { path: '/cases/:id/mediator', ...page(() => import('@/features/cases/choose-mediator-page')) },
          { path: '/rooms/:id', ...page(() => import('./pages/room-page')) },
          { path: '/enterprises', ...page(() => import('./pages/enterprises-page')) },
          { path: '/enterprises/:id', ...page(() => import('./pages/enterprise-page')) },
          { path: '/enterprises/:id/dispute', ...page(() => import('./pages/dispute-page')) },
          { path: '/sign/:id', ...page(() => import('@/features/settlements/sign-page')) },
        ],
      },
      ...staffRoutes,
      { path: '*', ...page(() => import('./pages/not-found-page')) },
    ],
  },
])
