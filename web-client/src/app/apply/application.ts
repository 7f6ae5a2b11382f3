import { useCallback, useEffect, useRef, useState } from 'react'
import type { DisputeKind, ExhibitView, FileCaseRequest, PartyNature } from '@/contracts/realtime'
import { parseYuan } from '@/lib/money'
import { forgetLastWords, keepLastWords, lastWords } from '@/lib/last-words'
import { get, put, take } from '@/lib/stored'
import { uuid7 } from '@/lib/uuid7'

export interface PartyRow {
  name: string
  contact: string
  place: string
  nature: PartyNature
  representative: string
}

export interface ClaimRow {
  text: string
  amount: string
  against: number[]
}

/** An application as it is being written. It lives on this device until it is filed. */
export interface Application {
  /** `application`, or the name of another draft of the same form. */
  key: string
  requestId: string
  step: number
  kind: DisputeKind | null
  title: string
  whatHappened: string
  organisationId: string
  me: PartyRow
  /** Who applies together with me. */
  together: PartyRow[]
  others: PartyRow[]
  claims: ClaimRow[]
  exhibits: ExhibitView[]
}

const emptyParty: PartyRow = { name: '', contact: '', place: '', nature: 'Natural', representative: '' }
export const newParty = (): PartyRow => ({ ...emptyParty })
export const newClaim = (others: number): ClaimRow => ({ text: '', amount: '', against: others === 1 ? [0] : [] })

export const newApplication = (key = 'application'): Application => ({
  key, requestId: uuid7(), step: 0, kind: null, title: '', whatHappened: '', organisationId: '',
  me: newParty(), together: [], others: [newParty()], claims: [newClaim(1)], exhibits: [],
})

const orNull = (text: string): string | null => text.trim() || null

const party = (row: PartyRow) => ({
  name: row.name.trim(), contact: row.contact.trim(), place: orNull(row.place), nature: row.nature, idNumber: null,
  representativeName: orNull(row.representative),
})

export const requestOf = (application: Application): FileCaseRequest => ({
  requestId: application.requestId,
  kind: application.kind ?? 'Other',
  title: application.title.trim(),
  whatHappened: application.whatHappened.trim(),
  applicant: party(application.me),
  coApplicants: application.together.map(party),
  respondents: application.others.map(party),
  claims: application.claims.map((claim) => ({ text: claim.text.trim(), amountFen: claim.amount.trim() === '' ? null : parseYuan(claim.amount), against: claim.against })),
  exhibitIds: application.exhibits.map((exhibit) => exhibit.id),
  organisationId: orNull(application.organisationId),
  mediatorId: null,
})

/** Removes a respondent; claims against the ones after him follow their number. */
export function withoutOther(application: Application, index: number): Application {
  const follow = (at: number) => (at > index ? at - 1 : at)
  return {
    ...application,
    others: application.others.filter((_, at) => at !== index),
    claims: application.claims.map((claim) => ({ ...claim, against: claim.against.filter((at) => at !== index).map(follow) })),
  }
}

const saveAfter = 300

function lastApplication(key: string): Application | null {
  const words = lastWords(key)['']
  return words === undefined ? null : (JSON.parse(words) as Application)
}

export function useApplication(key = 'application') {
  const [application, setApplication] = useState<Application | null>(null)
  const [storageFailed, setStorageFailed] = useState(false)
  const latest = useRef<Application | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const save = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    if (latest.current) put('applications', latest.current).then(() => forgetLastWords(key), () => setStorageFailed(true))
  }, [key])
  useEffect(() => {
    const leave = () => {
      if (latest.current && timer.current !== null) keepLastWords(key, JSON.stringify(latest.current))
      save()
    }
    get<Application>('applications', key).then(
      // What an earlier version of this page kept may lack a field.
      (kept) => setApplication((now) => now ?? { ...newApplication(key), ...(lastApplication(key) ?? kept) }),
      () => {
        setStorageFailed(true)
        setApplication((now) => now ?? newApplication(key))
      },
    )
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      save()
    }
  }, [save, key])
  const change = useCallback((next: Partial<Application> | ((now: Application) => Application)) => {
    setApplication((now) => {
      if (!now) return now
      latest.current = typeof next === 'function' ? next(now) : { ...now, ...next }
      return latest.current
    })
    timer.current ??= setTimeout(save, saveAfter)
  }, [save])
  const forget = useCallback(async () => {
    latest.current = null
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    forgetLastWords(key)
    await take('applications', key)
  }, [key])
  return { application, change, forget, storageFailed }
}
