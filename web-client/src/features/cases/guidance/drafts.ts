/** What is being asked in a case and was not sent yet: kept while the page is open, not on the device, for whoever writes it alone. */
export interface Draft {
  clientId: string
  pairingId: string
  subject: string
  facts: string
  question: string
  vouched: readonly string[]
}

const kept = new Map<string, Draft>()
const keyOf = (personId: string, caseId: string) => `${personId} ${caseId}`

export const draftOf = (personId: string, caseId: string): Draft | undefined => kept.get(keyOf(personId, caseId))

export function keepDraft(personId: string, caseId: string, draft: Draft | null): void {
  if (draft === null) kept.delete(keyOf(personId, caseId))
  else kept.set(keyOf(personId, caseId), draft)
}
