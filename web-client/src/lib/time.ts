import { format } from './formats'

/** Dates as people here write them, always in the reader's own zone and with its name where it binds. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

const isoDay = format('sv-SE', { dateStyle: 'short' })

/** No zone's day begins within a quarter of an hour; a list of messages asks for the same few again and again. */
const quarter = 900_000
const days = new Map<number, string>()

/** The day in the reader's zone, yyyy-mm-dd; empty for no moment. */
export function dayOf(moment: Date | string): string {
  if (moment === '') return ''
  const at = Math.floor((typeof moment === 'string' ? Date.parse(moment) : moment.getTime()) / quarter)
  const known = days.get(at)
  if (known !== undefined) return known
  const day = isoDay.format(at * quarter)
  days.set(at, day)
  return day
}

/** 14:05. */
export const clockTime = (iso: string, language: string): string =>
  format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso))

/** 今天, 昨天, 3月2日 星期一, 2025年3月2日 星期日. */
export function dayName(iso: string, language: string, now: Date = new Date()): string {
  const date = new Date(iso)
  if (dayOf(date) === dayOf(now)) return language.startsWith('zh') ? '今天' : 'Today'
  if (dayOf(date) === dayOf(new Date(now.getTime() - 86_400_000))) return language.startsWith('zh') ? '昨天' : 'Yesterday'
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  return format(language, { month: 'long', day: 'numeric', weekday: 'long', ...year }).format(date)
}

/** 今天 14:05, 昨天 14:05, 3月2日 14:05, 2025年3月2日 14:05. */
export function shortTime(iso: string, language: string, now: Date = new Date()): string {
  const date = new Date(iso)
  const clock = clockTime(iso, language)
  const yesterday = new Date(now.getTime() - 86_400_000)
  if (dayOf(date) === dayOf(now)) return clock
  if (dayOf(date) === dayOf(yesterday)) return `${language.startsWith('zh') ? '昨天' : 'yesterday'} ${clock}`
  const sameYear = date.getFullYear() === now.getFullYear()
  const day = format(language, { month: 'short', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) }).format(date)
  return `${day} ${clock}`
}

const beijing = ['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'PRC']

/** The name of the reader's zone as it is called in daily life: 北京时间; elsewhere GMT+7. */
function zoneName(date: Date, language: string): string {
  if (beijing.includes(zone)) return language.startsWith('zh') ? '北京时间' : 'Beijing time'
  return format(language, { timeZone: zone, timeZoneName: 'short' }).formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** The whole moment with its zone: 2026年11月24日 14:05（北京时间）. */
export function fullTime(iso: string, language: string): string {
  const date = new Date(iso)
  const moment = format(language, { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(date)
  return language.startsWith('zh') ? `${moment}（${zoneName(date, language)}）` : `${moment} (${zoneName(date, language)})`
}

/** A date without a time of day (yyyy-mm-dd): the same day in every zone. */
export const plainDate = (date: string, language: string): string =>
  format(language, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`))

/** The last day of a statutory period that ends before this moment, as it is in China (yyyy-mm-dd). */
export const lastDayBefore = (iso: string): string => format('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(Date.parse(iso) - 1))

/** Whole days from now until then; negative when past. */
export const daysUntil = (iso: string, now: number = Date.now()): number => Math.ceil((new Date(iso).getTime() - now) / 86_400_000)
