import type { RouteObject } from 'react-router'

/** The staff pages and the enterprise's: everything here may use antd. */
export const staffRoutes: RouteObject[] = [
  { path: '/staff', lazy: async () => ({ Component: (await import('@/features/accounts/staff-sign-in-page')).default }) },
  {
    lazy: async () => ({ Component: (await import('./staff-area')).StaffArea }),
    children: [],
  },
]
