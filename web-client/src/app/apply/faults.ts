import { parseYuan } from '@/lib/money'
import type { Application, PartyRow } from './application'

export type Fault = 'needed' | 'amount' | 'against' | 'contact' | 'contactTwice'
export type Faults = Readonly<Record<string, Fault>>

const contactForm = /^(\+?[\d\s().-]{7,20}|[^@\s]+@[^@\s]+\.[a-z]{2,})$/i

function partyFaults(faults: Record<string, Fault>, path: string, party: PartyRow, contactMayBeUnknown = false): void {
  if (party.name.trim() === '') faults[`${path}.name`] = 'needed'
  if (party.contact.trim() === '') {
    if (!contactMayBeUnknown) faults[`${path}.contact`] = 'needed'
  }
  else if (!contactForm.test(party.contact.normalize('NFKC').trim())) faults[`${path}.contact`] = 'contact'
}

function groupFaults(faults: Record<string, Fault>, group: string, parties: readonly PartyRow[], before: readonly PartyRow[], contactMayBeUnknown = false): void {
  parties.forEach((party, at) => {
    partyFaults(faults, `${group}[${at}]`, party, contactMayBeUnknown)
    const contact = party.contact.trim()
    if (contact !== '' && [...before, ...parties.slice(0, at)].some((other) => other.contact.trim() === contact)) faults[`${group}[${at}].contact`] = 'contactTwice'
  })
}

/** What is still to be filled in on one step; the paths are those the service uses for its own refusals. */
export function faultsOf(step: number, application: Application): Faults {
  const faults: Record<string, Fault> = {}
  if (step === 0) {
    partyFaults(faults, 'applicant', application.me)
    groupFaults(faults, 'coApplicants', application.together, [application.me])
  }
  if (step === 1) {
    if (application.kind === null) faults.kind = 'needed'
    if (application.title.trim() === '') faults.title = 'needed'
    if (application.whatHappened.trim() === '') faults.whatHappened = 'needed'
  }
  if (step === 2) {
    groupFaults(faults, 'respondents', application.others, [application.me, ...application.together], true)
  }
  if (step === 3) {
    application.claims.forEach((claim, at) => {
      if (claim.text.trim() === '') faults[`claims[${at}].text`] = 'needed'
      if (claim.amount.trim() !== '' && !((parseYuan(claim.amount) ?? 0) > 0)) faults[`claims[${at}].amountFen`] = 'amount'
      if (claim.against.length === 0) faults[`claims[${at}].against`] = 'against'
    })
  }
  return faults
}

/** The step on which a field of the service's refusal stands. */
export const stepOf = (path: string): number =>
  path.startsWith('applicant') || path.startsWith('coApplicants') ? 0 : path.startsWith('respondents') ? 2 : path.startsWith('claims') ? 3 : path.startsWith('exhibit') ? 4 : 1
