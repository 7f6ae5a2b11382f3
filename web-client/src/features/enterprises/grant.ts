import type { MandateScope } from '@/contracts/realtime'

/** A mandate as it is being typed. */
export interface GrantRow {
  name: string
  contact: string
  scope: MandateScope
  /** yyyy-mm-dd, by the calendar of China, as the service counts. */
  validTo: string
}

export const today = (now: Date = new Date()): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Shanghai' }).format(now)

/** The same day of a later month; a day that month does not have becomes its last. */
export function inMonths(months: number, now: Date = new Date()): string {
  const [year = 0, month = 1, day = 1] = today(now).split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

export const newGrant = (): GrantRow => ({ name: '', contact: '', scope: 'Consult', validTo: inMonths(12) })

const contactForm = /^(\+?[\d\s().-]{7,20}|[^@\s]+@[^@\s]+\.[a-z]{2,})$/i

/** What is still missing; the service looks once more. */
export function faultsOf(row: GrantRow, now: Date = new Date()): Partial<Record<'name' | 'contact' | 'validTo', true>> {
  return {
    ...(row.name.trim() === '' ? { name: true } : {}),
    ...(contactForm.test(row.contact.normalize('NFKC').trim()) ? {} : { contact: true }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(row.validTo) && row.validTo >= today(now) ? {} : { validTo: true }),
  }
}
