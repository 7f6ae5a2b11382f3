import { format } from './formats'

/** A moment in China and, where the clocks show something else, where the reader is. */
const china = 'Asia/Shanghai'

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const write = (iso: string, zone: string, language: string) =>
  format(language, { timeZone: zone, month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso))

/** Always in China's time: 12月3日周四 14:00. */
export const inChina = (iso: string, language: string): string => write(iso, china, language)

/** In the zone, or null when it shows the same as China's at that moment (summer time counts). */
export function elsewhere(iso: string, zone: string, language: string): string | null {
  const there = write(iso, zone, language)
  return there === inChina(iso, language) ? null : there
}

/** What a date and time field says (2026-12-03T14:00), meant in China's time, as a moment. China has no summer time. */
export const fromChina = (field: string): string => new Date(`${field}:00+08:00`).toISOString()

/** A moment as a date and time field shows it, in China's time. */
export const toChinaField = (iso: string): string =>
  format('sv-SE', { timeZone: china, dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso)).replace(' ', 'T')
