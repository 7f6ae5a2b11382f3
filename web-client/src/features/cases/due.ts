import type { ClockView } from '@/contracts/realtime'

/** When a clock runs out, in ms since 1970; never while there is none or it is suspended. */
export const dueAt = (clock: ClockView | null): number => (clock === null || clock.suspendedSince !== null ? Infinity : Date.parse(clock.dueAt))
