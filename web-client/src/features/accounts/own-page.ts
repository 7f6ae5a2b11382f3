import type { MeView } from '@/contracts/realtime'

export const isStaff = (me: MeView): boolean => me.roles.some((role) => role === 'Mediator' || role === 'Butler' || role === 'Operator' || role === 'Guide')

/** Where a person's own work is. */
export function ownPage(me: MeView): string {
  if (me.roles.includes('Mediator') || me.roles.includes('Butler')) return '/console'
  if (me.roles.includes('Operator')) return '/board'
  if (me.roles.includes('Guide')) return '/guidance'
  const [enterprise] = me.enterpriseIds
  return enterprise !== undefined ? `/enterprise/${enterprise}` : '/my'
}

/** A path of this site to go to after entering; anything else (another site, a scheme) is not followed. */
export const safeTarget = (to: string | null): string | null => (to !== null && /^\/(?![/\\])/.test(to) ? to : null)
