import type { RouteObject } from 'react-router'
import { SignedIn } from './signed-in'

/** The staff pages and the enterprise's: everything here may use antd. */
export const staffRoutes: RouteObject[] = [
  { path: '/staff', lazy: async () => ({ Component: (await import('@/features/accounts/staff-sign-in-page')).default }) },
  {
    lazy: async () => ({ Component: (await import('./staff-area')).StaffArea }),
    children: [
      {
        element: <SignedIn enterAt="/staff" />,
        children: [
          { path: '/console', lazy: async () => ({ Component: (await import('./console/console-page')).default }) },
          { path: '/records', lazy: async () => ({ Component: (await import('./records/records-page')).default }) },
          { path: '/pairings', lazy: async () => ({ Component: (await import('./pairings/pairings-page')).default }) },
          { path: '/board', lazy: async () => ({ Component: (await import('./board/board-page')).default }) },
        ],
      },
      {
        // Most guides belong to another house: they enter by a code, like parties.
        element: <SignedIn />,
        children: [{ path: '/guidance', lazy: async () => ({ Component: (await import('./guidance/guidance-page')).default }) }],
      },
    ],
  },
]
