import { ExhibitCard, type ExhibitFacts } from '@/features/evidence/exhibit-card'
import '@/features/evidence/evidence.css'
import { LawCard, type LawCardFacts } from '@/features/law/law-card'
import { AnsweredEntry, BlindClosedEntry, BlindOpenedEntry, ProposedEntry, WithdrawnEntry } from '@/features/negotiation'
import { bodyOf, type EntryProps, type EntryRenderers } from '@/features/rooms'
import { SittingEntry } from '@/features/rooms/sittings/sitting-entry'
import { AgreementEntry } from './agreement-entry'
import { SheetAnsweredEntry, SheetAskedEntry } from './sheets/sheet-entry'
import { TableEntry } from './table/table-entry'
import { TermEntry } from './term-entry'

const ExhibitEntry = ({ entry }: EntryProps) => <ExhibitCard exhibit={bodyOf<ExhibitFacts>(entry)} />

const LawEntry = ({ entry }: EntryProps) => <LawCard card={bodyOf<LawCardFacts>(entry)} />

/** Every kind of entry that a room of a case can hold. Give it to EntryRenderersProvider above a MessageList. */
export const caseRoomRenderers: EntryRenderers = {
  exhibit: ExhibitEntry,
  'law-card': LawEntry,
  proposed: ProposedEntry,
  'proposal-answered': AnsweredEntry,
  'proposal-withdrawn': WithdrawnEntry,
  'blind-opened': BlindOpenedEntry,
  'blind-closed': BlindClosedEntry,
  'agreement-on-table': TableEntry,
  'agreement-off-table': TableEntry,
  'agreement-frozen': AgreementEntry,
  'agreement-signed': AgreementEntry,
  'agreement-declined': AgreementEntry,
  'agreement-reopened': AgreementEntry,
  'agreement-effective': AgreementEntry,
  'outcome-ready': AgreementEntry,
  'outcome-stamped': AgreementEntry,
  'sheet-asked': SheetAskedEntry,
  'sheet-answered': SheetAnsweredEntry,
  'extension-proposed': TermEntry,
  'extension-answered': TermEntry,
  'term-suspended': TermEntry,
  'term-resumed': TermEntry,
  'sitting-proposed': SittingEntry,
  'sitting-answered': SittingEntry,
  'sitting-fixed': SittingEntry,
  'sitting-moved': SittingEntry,
  'sitting-cancelled': SittingEntry,
  'paper-fixed': AgreementEntry,
  'paper-reopened': AgreementEntry,
  'paper-signed': AgreementEntry,
}
