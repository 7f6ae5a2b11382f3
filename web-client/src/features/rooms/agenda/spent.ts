import type { AgendaItemView } from '@/contracts/realtime'

/** Whole seconds left of a point that runs; negative when it takes longer. */
export const secondsLeft = (item: Pick<AgendaItemView, 'minutes' | 'startedAt'>, now: number): number =>
  item.startedAt === null ? item.minutes * 60 : Math.ceil(item.minutes * 60 - (now - Date.parse(item.startedAt)) / 1_000)

/** 75 → 1:15. */
export function asClock(seconds: number): string {
  const whole = Math.abs(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Minutes that a point took, at least one. */
export const minutesTaken = (item: Pick<AgendaItemView, 'startedAt' | 'endedAt'>): number =>
  item.startedAt === null || item.endedAt === null ? 0 : Math.max(1, Math.round((Date.parse(item.endedAt) - Date.parse(item.startedAt)) / 60_000))
