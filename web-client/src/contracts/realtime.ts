/* eslint-disable */
// Generated from NonLitigation.Odr.Contracts; do not edit.
// To write it anew: ODR_WRITE_CONTRACTS=1 dotnet run --project tests/NonLitigation.Odr.Architecture.Tests -- --filter-class '*TheTypeScriptContracts'

/** The part of a SignalR HubConnection that the wrappers below use. */
export interface HubWire {
  invoke<T = any>(method: string, ...args: any[]): Promise<T>
  on(method: string, handler: (...args: any[]) => any): void
  off(method: string, handler: (...args: any[]) => void): void
}

// Accounts

export type AccountRole = 'Party' | 'Mediator' | 'Operator' | 'Butler' | 'Administrator' | 'Guide'

export interface CodeSentView {
  challengeId: string
  sentTo: string
  expiresInSeconds: number
}

export interface CompletePasskeyRequest {
  credentialJson: string
  name: string | null
}

export interface EnterWithCodeRequest {
  challengeId: string
  code: string
  displayName: string | null
  linkToken: string | null
}

export interface MeView {
  personId: string
  displayName: string
  maskedContact: string
  roles: AccountRole[]
  mediatorId: string | null
  organisationId: string | null
  organisationName: string | null
  enterpriseIds: string[]
  hasPasskey: boolean
  timeZone: string | null
}

export interface OutboxMessageView {
  id: string
  channel: string
  to: string
  text: string
  link: string | null
  code: string | null
  at: string
}

export interface PasskeyOptionsView {
  optionsJson: string
  challengeId?: string | null
}

export interface PushOfferView {
  serverKey: string | null
  devices: number
}

export interface ReauthenticateRequest {
  purpose: string
  challengeId: string | null
  code: string | null
  passkeyCredentialJson: string | null
}

export interface ReauthenticationOptionsRequest {
  purpose: string
}

export interface ReauthenticationView {
  proofId: string
  method: string
  expiresAt: string
}

export interface SendCodeRequest {
  contact: string | null
  linkToken: string | null
}

export interface SetTimeZoneRequest {
  timeZone: string
}

export interface StaffSignInRequest {
  userName: string
  password: string
}

export interface TurnOffPushRequest {
  endpoint: string
}

export interface TurnOnPushRequest {
  endpoint: string
  key: string
  secret: string
  language: string
  quietFrom: number
  quietUntil: number
}

// Archive

export interface AnswerDeletionRequest {
  answer: DeletionAnswer
  reason: string
}

export interface AskForDeletionRequest {
  requestId: string
  reason: string
}

export interface CaseRecordSummaryView {
  caseId: string
  caseNumber: string
  class: RetentionClass
  endedOn: string
  endsOn: string | null
  sealedAt: string | null
  erasedAt: string | null
  isHeld: boolean
  openRequests: number
}

export interface CaseRecordsView {
  caseId: string
  caseNumber: string
  organisationName: string
  organisationPhone: string
  term: RetentionTermView | null
  sealedAt: string | null
  sealedReason: string | null
  openUntil: string | null
  erasedAt: string | null
  isHeld: boolean
  holds: LegalHoldView[]
  requests: DeletionRequestView[]
  openings: SealOpeningView[]
  copies: FileCopyView[]
  readers: SealReaderView[]
  obstacles: RefusalView | null
  deletionArticle: string
  mayAct: string[]
}

export interface DecideRetentionRequest {
  shortYears: number
  longYears: number
  withAgreement: RetentionClass
  withoutAgreement: RetentionClass
  basis: string
}

export type DeletionAnswer = 'Sealed' | 'Refused'

export interface DeletionRequestView {
  id: string
  partyName: string
  isMine: boolean
  reason: string
  askedAt: string
  answer: DeletionAnswer | null
  answerReason: string | null
  answeredAt: string | null
}

export interface FileCopyView {
  role: string
  isMine: boolean
  at: string
}

export interface LegalHoldView {
  id: string
  requester: string
  reason: string
  placedByName: string
  placedAt: string
  releasedAt: string | null
  releaseReason: string | null
}

export interface OpenSealedCaseRequest {
  readerId: string
  reason: string
  days: number
}

export interface PlaceHoldRequest {
  requester: string
  reason: string
}

export interface ReclassifyRequest {
  class: RetentionClass
  reason: string
}

export interface ReleaseHoldRequest {
  reason: string
}

export type RetentionClass = 'ShortTerm' | 'LongTerm' | 'Permanent'

export interface RetentionPolicyView {
  organisationId: string
  organisationName: string
  shortYears: number
  longYears: number
  withAgreement: RetentionClass
  withoutAgreement: RetentionClass
  basis: string | null
  setAt: string | null
  article: string
  articleZh: string
  articleEn: string
}

export interface RetentionTermView {
  class: RetentionClass
  years: number | null
  basis: string | null
  endedOn: string
  endsOn: string | null
  article: string
  articleZh: string
  articleEn: string
  articleVerified: boolean
}

export interface SealCaseRequest {
  reason: string
}

export interface SealOpeningView {
  id: string
  readerName: string
  reason: string
  openedByName: string
  openedAt: string
  until: string
  endedAt: string | null
}

export interface SealReaderView {
  personId: string
  name: string
}

// Cases

export interface AnswerAppointmentRequest {
  accepts: boolean
  reason: string | null
  disclosure: string | null
}

export interface AnswerComplaintRequest {
  finding: ComplaintFinding
  text: string
}

export interface AnswerExtensionRequest {
  agrees: boolean
}

export interface AnswerGuidanceRequest {
  clientId: string
  text: string
  articleIds: string[]
}

export interface AnswerInvitationRequest {
  consents: boolean
  reason: string | null
}

export interface AskBackRequest {
  clientId: string
  text: string
}

export interface AskGuideRequest {
  clientId: string
  pairingId: string
  subject: string
  facts: string
  question: string
  vouched: string[]
}

export interface AskablePairingView {
  id: string
  partnerName: string
  partnerKind: OrganisationKind
  guides: number
}

export interface CaseFiledView {
  caseId: string
  number: string
}

export interface CaseGuidanceView {
  pairings: AskablePairingView[]
  mayAsk: boolean
  questions: CaseQuestionView[]
}

export interface CaseNotesView {
  text: string
  version: number
  changedAt: string | null
}

export interface CaseQuestionView {
  id: string
  number: string
  pairingId: string
  partnerName: string
  askedByName: string
  subject: string
  facts: string
  question: string
  vouched: string[]
  askedAt: string
  dueAt: string
  isLate: boolean
  article: string
  state: GuidanceState
  guideName: string | null
  steps: GuidanceStepView[]
}

export type CaseStage = 'Filed' | 'Inviting' | 'ChoosingMediator' | 'AwaitingAcceptance' | 'InMediation' | 'Signing' | 'Agreed' | 'Closed'

export interface CaseSummaryView {
  id: string
  number: string
  title: string
  kind: DisputeKind
  stage: CaseStage
  closingReason: ClosingReason | null
  organisationName: string
  mediatorName: string | null
  filedAt: string
  changedAt: string
  nextClock: ClockView | null
  sealedAt?: string | null
}

export interface CaseTermView {
  suspendedFor: string | null
  suspendedBy: string | null
  extendedBy: string | null
  pending: ExtensionView | null
  declined: DeclinedExtensionView | null
}

export interface CaseView {
  id: string
  number: string
  title: string
  kind: DisputeKind
  stage: CaseStage
  closingReason: ClosingReason | null
  closingNote: string | null
  whatHappened: string
  organisationId: string
  organisationName: string
  organisationPhone: string
  mediatorId: string | null
  mediatorName: string | null
  acceptedAt: string | null
  parties: PartyView[]
  claims: ClaimView[]
  clocks: ClockView[]
  term: CaseTermView | null
  funnel: InvitationFunnelView[]
  mayAct: string[]
  otherWays: OtherWayView[]
  filedAt: string
  myChoice: string | null
}

export interface CheckGuidanceRequest {
  texts: string[]
  vouched: string[]
  english: boolean
}

export interface CheckedTextView {
  recognised: RecognisedView[]
  redacted: string
  difference: TextPieceView[]
}

export interface ChooseMediatorRequest {
  mediatorId: string
  awayUntil?: string | null
  reason?: string | null
}

export interface ClaimDraft {
  text: string
  amountFen: number | null
  against: number[]
}

export interface ClaimView {
  id: string
  text: string
  amountFen: number | null
  amountCapitals: string | null
  againstPartyIds: string[]
}

export interface ClockView {
  code: string
  zh: string
  en: string
  article: string
  startedAt: string
  dueAt: string
  running: boolean
  verified: boolean
  suspendedSince: string | null
  extendedFrom: string | null
}

export interface CloseCaseRequest {
  reason: ClosingReason
  note: string | null
}

export type ClosingReason = 'Agreed' | 'Withdrawn' | 'NoContact' | 'Refused' | 'TooFarApart' | 'Expired' | 'RefusedToSign' | 'Other'

export type ComplaintFinding = 'Upheld' | 'PartlyUpheld' | 'NotUpheld'

export type ComplaintMatter = 'Bias' | 'Insult' | 'Benefit' | 'Disclosure' | 'Forced' | 'Inactive' | 'Other'

export type ComplaintTarget = 'Mediator' | 'Organisation'

export interface ComplaintView {
  id: string
  caseId: string
  caseNumber: string
  target: ComplaintTarget
  matter: ComplaintMatter
  text: string
  byName: string
  mediatorName: string | null
  handledBy: string
  filedAt: string
  dueAt: string
  isLate: boolean
  article: string
  verified: boolean
  answeredAt: string | null
  finding: ComplaintFinding | null
  answer: string | null
}

export interface DeclinedExtensionView {
  lastDay: string
  declinedAt: string
}

export interface ExtensionView {
  lastDay: string
  proposedAt: string
  myAnswer: boolean | null
  waiting: string[]
}

export interface FileCaseRequest {
  requestId: string
  kind: DisputeKind
  title: string
  whatHappened: string
  applicant: PartyDraft
  respondents: PartyDraft[]
  claims: ClaimDraft[]
  exhibitIds: string[]
  organisationId: string | null
  mediatorId: string | null
  coApplicants?: PartyDraft[] | null
}

export interface FileComplaintRequest {
  clientId: string
  target: ComplaintTarget
  matter: ComplaintMatter
  text: string
}

export interface GiveOpinionRequest {
  clientId: string
  heard: number
  neutral: number
  understood: number
  overall: number
}

export type GuidanceAct = 'Taken' | 'GivenBack' | 'AskedBack' | 'Replied' | 'Answered' | 'Closed'

export interface GuidanceArticleView {
  articleId: string
  statute: string
  versionOf: string
  label: string
  text: string
}

export interface GuidanceCheckView {
  texts: CheckedTextView[]
}

export type GuidanceState = 'Open' | 'Taken' | 'AskedBack' | 'Answered' | 'Closed'

export interface GuidanceStepView {
  position: number
  act: GuidanceAct
  fromGuide: boolean
  name: string | null
  text: string
  articles: GuidanceArticleView[]
  vouched: string[]
  at: string
}

export interface GuideQuestionView {
  id: string
  number: string
  kind: DisputeKind
  region: string | null
  subject: string
  facts: string
  question: string
  dueAt: string
  isLate: boolean
  article: string
  state: GuidanceState
  isMine: boolean
  steps: GuidanceStepView[]
}

export interface InvitationFunnelView {
  partyId: string
  partyName: string
  steps: InvitationStepView[]
}

export type InvitationStep = 'Sent' | 'Opened' | 'Identified' | 'Consented' | 'Refused'

export interface InvitationStepView {
  step: InvitationStep
  at: string
}

export interface InvitationView {
  caseId: string
  caseNumber: string
  organisationName: string
  organisationPhone: string
  applicantName: string
  title: string
  invitedName: string
  otherInvited: string[]
  contactHint: string
  expiresAt: string
  usedUp: boolean
  invitedAs: PartyRole
}

export interface OpenInvitationRequest {
  token: string
}

export interface OpinionView {
  mayGive: boolean
  givenAt: string | null
  heard: number | null
  neutral: number | null
  understood: number | null
  overall: number | null
  fewest: number
}

export interface OtherWayView {
  code: string
  zh: string
  en: string
  article: string
}

export interface PartyDraft {
  name: string
  contact: string
  place: string | null
  nature: PartyNature
  idNumber: string | null
  representativeName: string | null
}

export type PartyNature = 'Natural' | 'Organisation'

export type PartyRole = 'Applicant' | 'Respondent'

export interface PartyView {
  id: string
  role: PartyRole
  name: string
  place: string | null
  nature: PartyNature
  maskedContact: string
  representativeName: string | null
  personId: string | null
  consented: boolean
  refused: boolean
  isMe: boolean
}

export interface ProposeExtensionRequest {
  lastDay: string
}

export type RecognisedKind = 'Name' | 'PartOfName' | 'Contact' | 'IdNumber' | 'Account' | 'Plate' | 'CaseNumber' | 'Address' | 'PartOfAddress'

export interface RecognisedView {
  start: number
  length: number
  text: string
  kind: RecognisedKind
  label: string
  mayVouch: boolean
}

export interface ReplyToGuideRequest {
  clientId: string
  text: string
  vouched: string[]
}

export interface SatisfactionView {
  organisationName: string
  applicants: SideSatisfactionView | null
  respondents: SideSatisfactionView | null
  fewest: number
}

export interface SendInvitationRequest {
  contact: string | null
}

export interface SideSatisfactionView {
  count: number
  heard: number
  neutral: number
  understood: number
  overall: number
}

export interface SuspendTermRequest {
  reason: string
}

export interface WriteCaseNotesRequest {
  basedOn: number
  text: string
}

// Enterprises

export interface ButlerView {
  personId: string
  name: string
  organisationName: string
  lead: boolean
}

export interface EnterpriseCaseView {
  case: CaseSummaryView
  speakerName: string
  speakerScope: MandateScope
  speaksSince: string
  isMine: boolean
}

export interface EnterpriseSummaryView {
  id: string
  name: string
  area: string
  roomId: string
  scope: MandateScope | null
  validTo: string | null
}

export interface EnterpriseView {
  id: string
  name: string
  creditCode: string
  area: string
  roomId: string
  mandates: MandateView[]
  butlers: ButlerView[]
  cases: EnterpriseCaseView[]
  mayGrant: boolean
  mayOpenDispute: boolean
}

export interface GrantMandateRequest {
  name: string
  contact: string
  scope: MandateScope
  validTo: string
}

export type MandateScope = 'Consult' | 'Disputes' | 'Full'

export interface MandateView {
  id: string
  personId: string | null
  name: string
  maskedContact: string
  scope: MandateScope
  validTo: string
  revoked: boolean
  inForce: boolean
  isMe: boolean
}

export interface OpenDisputeRequest {
  requestId: string
  kind: DisputeKind
  title: string
  facts: string
  respondents: PartyDraft[]
  claims: ClaimDraft[]
  exhibitIds: string[]
}

export interface RevokeMandateRequest {
  mandateId: string
}

// Evidence

export interface ExhibitView {
  id: string
  name: string
  mediaType: string
  size: number
  sha256: string
  caseId: string | null
  roomId: string | null
  uploadedBy: string
  uploadedByName: string
  uploadedAt: string
}

// Law

export interface ArticleView {
  id: string
  statute: string
  versionOf: string
  label: string
  text: string
}

export interface ArticlesFoundView {
  articles: ArticleView[]
  statutes: number
}

// Negotiation

export interface AnswerProposalRequest {
  clientMessageId: string
  answer: ProposalAnswer
  reason: string | null
}

export interface BlindBidView {
  amountFen: number | null
  amountCapitals: string | null
  accepts: boolean | null
  sharesGap: boolean
  at: string
}

export type BlindKind = 'Bids' | 'Suggestion'

export interface BlindRoundView {
  id: string
  roomId: string
  sequence: number
  openedByName: string
  kind: BlindKind
  terms: TermView[]
  gapFen: number | null
  openedAt: string
  closesAt: string
  state: BlindState
  proposalId: string | null
  paysInIt: boolean
  mayBid: boolean
  mine: BlindBidView | null
  mayCancel: boolean
}

export type BlindState = 'Open' | 'Deal' | 'NoDeal' | 'Cancelled' | 'Lost'

export interface GiveBlindBidRequest {
  amountFen: number | null
  accepts: boolean | null
  sharesGap: boolean
}

export interface OpenBlindRoundRequest {
  roomId: string
  clientMessageId: string
  kind: BlindKind
  terms: TermDraft[]
  gapFen: number | null
  closesAt: string
}

export type ProposalAnswer = 'Accept' | 'Decline' | 'Counter'

export interface ProposalAnswerView {
  partyId: string
  partyName: string
  answer: ProposalAnswer
  reason: string | null
  at: string
}

export type ProposalState = 'Open' | 'Agreed' | 'Declined' | 'Countered' | 'Withdrawn' | 'Expired'

export interface ProposalView {
  id: string
  roomId: string
  sequence: number
  proposedById: string
  proposedByName: string
  proposedByPartyId: string | null
  toPartyIds: string[]
  terms: TermView[]
  note: string | null
  validUntil: string | null
  state: ProposalState
  boundPartyIds: string[]
  answers: ProposalAnswerView[]
  counterTo: string | null
  mayAnswer: boolean
  soundingOut: boolean
  mayWithdraw: boolean
  proposedAt: string
  changes: TermChangeView[] | null
}

export interface ProposeRequest {
  roomId: string
  clientMessageId: string
  toPartyIds: string[]
  terms: TermDraft[]
  note: string | null
  validUntil: string | null
  counterTo: string | null
}

export interface TermChangeView {
  kind: ChangeKind
  was: TermView | null
  is: TermView | null
  amountByFen: number | null
  words: TextPieceView[]
}

export interface TermDraft {
  obligorPartyId: string
  obligeePartyId: string
  amountFen: number | null
  text: string
  dueOn: string | null
  manner: string | null
}

export interface TermView {
  obligorPartyId: string
  obligorName: string
  obligeePartyId: string
  obligeeName: string
  amountFen: number | null
  amountCapitals: string | null
  text: string
  dueOn: string | null
  manner: string | null
}

export interface WithdrawProposalRequest {
  clientMessageId: string
  reason: string | null
}

// Network

export type DisputeKind = 'LabourWages' | 'LabourOther' | 'Contract' | 'Loan' | 'ConsumerPurchase' | 'Property' | 'Neighbour' | 'Family' | 'Tort' | 'Traffic' | 'Medical' | 'Maritime' | 'Commercial' | 'Administrative' | 'Other'

export type GuideBackground = 'Judge' | 'Police' | 'Lawyer' | 'LegalServiceWorker' | 'JusticeOfficer'

export interface LegalGuideView {
  id: string
  name: string
  background: GuideBackground
  maskedContact: string
  from: string
  endedAt: string | null
}

export interface MakePairingRequest {
  organisationId: string
  partnerId: string
}

export type MediatorPool = 'General' | 'Special' | 'Expert'

export interface MediatorView {
  id: string
  name: string
  organisationId: string
  organisationName: string
  skills: DisputeKind[]
  pool: MediatorPool
  grade: number
  chargesFee: boolean
  introduction: string
  openCases: number
  capacity: number
  awayUntil?: string | null
}

export interface NameGuideRequest {
  name: string
  contact: string
  background: GuideBackground
}

export type OrganisationField = 'Administrative' | 'Professional' | 'Social' | 'Elders'

export type OrganisationKind = 'Centre' | 'SubCentre' | 'Studio' | 'Station' | 'MediationCommittee' | 'LawFirm' | 'Notary' | 'Court' | 'Union' | 'PoliceStation' | 'JusticeOffice' | 'LegalService'

export type OrganisationTier = 'City' | 'County' | 'Town' | 'Village'

export interface OrganisationView {
  id: string
  parentId: string | null
  name: string
  kind: OrganisationKind
  tier: OrganisationTier
  field: OrganisationField
  areaCode: string
  holdsSeal: boolean
  chargesFee: boolean
  dutyList: DisputeKind[]
  phone: string | null
}

export interface PairingView {
  id: string
  organisationId: string
  organisationName: string
  partnerId: string
  partnerName: string
  partnerKind: OrganisationKind
  from: string
  madeByName: string
  endedAt: string | null
  endedByName: string | null
  guides: LegalGuideView[]
}

// Partners

export type FilingAnswerKind = 'Accepted' | 'MoreAsked' | 'Confirmed' | 'Refused' | 'Issued' | 'Ended'

export interface FilingAnswerView {
  number: number
  kind: FilingAnswerKind
  caseNumber: string | null
  text: string | null
  at: string
}

export interface FilingAnswersView {
  key: string
  answers: FilingAnswerView[]
}

export interface FilingReceiptView {
  key: string
  packetSha256: string
  number: string
  receivedAt: string
  receiptSha256: string
}

// Rooms

export interface AdjournSessionRequest {
  roomId: string
  reason: string | null
  resumesAt: string | null
}

export interface AdmitRequest {
  roomId: string
  personId: string
}

export interface AgendaItemRequest {
  id: string
  title: string | null
  minutes: number
  speaker: string | null
}

export interface AgendaItemView {
  id: string
  title: string
  minutes: number
  speaker: string | null
  startedAt: string | null
  endedAt: string | null
}

export interface AgendaSuggestionView {
  zh: string
  en: string
  minutes: number
  speakerZh: string | null
  speakerEn: string | null
}

export interface AgendaView {
  roomId: string
  version: number
  items: AgendaItemView[]
  mayEdit: boolean
  suggested: AgendaSuggestionView[]
  serverTime: string
}

export interface AnswerDifferentTimesRequest {
  consents: boolean
}

export interface AnswerGuestRequest {
  consents: boolean
}

export interface AnswerSittingRequest {
  words: SittingWord[]
}

export interface AskIntoPanelRequest {
  mediatorIds: string[]
}

export interface CalendarFeedView {
  madeAt: string | null
  address: string | null
}

export interface CallSeatView {
  personId: string
  seat: string
  audio: boolean
  video: boolean
  muted: boolean
}

export interface CallSignalView {
  roomId: string
  fromPerson: string
  fromSeat: string
  toSeat: string
  signal: string
}

export interface CallTicketView {
  call: CallView
  servers: IceServerView[]
  relayOnly: boolean
}

export interface CallView {
  roomId: string
  open: boolean
  held: boolean
  seats: CallSeatView[]
}

export interface CancelSittingRequest {
  reason: string
}

export interface CaseDifferentTimesView {
  caseId: string
  roomId: string | null
  current: DifferentTimesView | null
  mayPropose: boolean
  article: string
  verified: boolean
}

export interface CaseSittingsView {
  caseId: string
  roomId: string | null
  sittings: SittingView[]
  mayPropose: boolean
}

export interface CloseSessionRequest {
  roomId: string
  reason: string | null
}

export interface ConsistencyView {
  from: number
  to: number
  proof: string[]
}

export interface DifferentTimesView {
  id: string
  proposedByName: string
  lastDay: string
  turnHours: number
  consents: SpreadConsentView[]
  myAnswer: boolean | null
  inEffect: boolean
  turnPartyId: string | null
  turnPartyName: string | null
  turnDueAt: string | null
  endedAt: string | null
  end: SpreadEnd | null
  mayAct: string[]
}

export interface EndCallRequest {
  roomId: string
}

export interface EndHoldRequest {
  release: boolean
  reason: string | null
}

export interface EnterRoomRequest {
  roomId: string
  protocolVersion: number | null
}

export interface EntriesPage {
  roomId: string
  entries: EntryView[]
  firstVisible: number
  head: number
}

export type EntryKind = 'Message' | 'System' | 'Proposal' | 'Exhibit' | 'Agreement'

export interface EntryView {
  roomId: string
  sequence: number
  kind: EntryKind
  authorId: string | null
  authorName: string
  authorRole: RoomRole
  sentAt: string
  clientMessageId: string | null
  replyTo: number | null
  entryHash: string
  body: unknown
}

export interface FixSittingRequest {
  number: number
}

export interface GiveTurnRequest {
  partyId: string
}

export type GuestCapacity = 'Interpreter' | 'Expert' | 'Companion' | 'Observer'

export interface GuestConsentView {
  partyId: string
  partyName: string
  consents: boolean | null
}

export interface GuestInvitationView {
  guestId: string
  organisationName: string
  organisationPhone: string
  mediatorName: string
  caseNumber: string
  roomKind: RoomKind
  name: string
  capacity: GuestCapacity
  languages: string[]
  reason: string
  state: GuestState
  roomId: string | null
  wordsZh: string
  wordsEn: string
  wordsSha256: string
  sentTo: string
  expiresAt: string | null
  usedUp: boolean
}

export type GuestState = 'Asking' | 'Refused' | 'Invited' | 'Ready' | 'Admitted' | 'Removed' | 'Withdrawn'

export interface GuestView {
  id: string
  roomId: string
  roomName: string
  roomNameEn: string
  roomKind: RoomKind
  name: string
  contact: string
  capacity: GuestCapacity
  languages: string[]
  reason: string
  state: GuestState
  personId: string | null
  consents: GuestConsentView[]
  myAnswer: boolean | null
  mayAnswer: boolean
  mayWithdraw: boolean
  proposedAt: string
  undertookAt: string | null
}

export interface HeadView {
  roomId: string
  head: number
}

export interface HeadsView {
  heads: HeadView[]
  serverTime: string
}

export interface HeldMessageView {
  id: string
  clientMessageId: string
  authorId: string
  authorName: string
  authorRole: RoomRole
  text: string
  replyTo: number | null
  writtenAt: string
  returned: boolean
  cause: ReturnCause | null
  reason: string | null
}

export interface HeldMessagesView {
  roomId: string
  holdOn: boolean
  messages: HeldMessageView[]
}

export type HoldState = 'Never' | 'On' | 'Ended'

/** Events of the hub. */
export interface RoomClient {
  messagePosted(entry: EntryView): void
  standingChanged(roomId: string): void
  readPositionMoved(position: ReadPositionView): void
  presenceChanged(presence: PresenceView): void
  typingChanged(typing: TypingView): void
  lobbyChanged(lobby: LobbyView): void
  headsMoved(heads: HeadsView): void
  accessRevoked(roomId: string): void
  nodeDraining(withinMs: number): void
  callChanged(call: CallView): void
  callSignalled(signal: CallSignalView): void
  changed(topic: ChangeTopic, id: string): void
}

const eventsRoomClient = {
  messagePosted: 'MessagePosted',
  standingChanged: 'StandingChanged',
  readPositionMoved: 'ReadPositionMoved',
  presenceChanged: 'PresenceChanged',
  typingChanged: 'TypingChanged',
  lobbyChanged: 'LobbyChanged',
  headsMoved: 'HeadsMoved',
  accessRevoked: 'AccessRevoked',
  nodeDraining: 'NodeDraining',
  callChanged: 'CallChanged',
  callSignalled: 'CallSignalled',
  changed: 'Changed',
} as const satisfies Record<keyof RoomClient, string>

/** Subscribes the given handlers; the returned function takes them off again. */
export function onRoomClient(connection: Pick<HubWire, 'on' | 'off'>, handlers: Partial<RoomClient>): () => void {
  const taken: [string, (...args: any[]) => void][] = []
  for (const key of Object.keys(eventsRoomClient) as (keyof RoomClient)[]) {
    const handler = handlers[key] as ((...args: any[]) => void) | undefined
    if (!handler) continue
    connection.on(eventsRoomClient[key], handler)
    taken.push([eventsRoomClient[key], handler])
  }
  return () => taken.forEach(([event, handler]) => connection.off(event, handler))
}

/** Commands of the hub. */
export interface RoomHub {
  enterRoom(request: EnterRoomRequest): Promise<RoomSnapshot>
  leaveRoom(request: LeaveRoomRequest): Promise<void>
  postMessage(request: PostMessageRequest): Promise<MessageReceipt>
  readEntries(request: ReadEntriesRequest): Promise<EntriesPage>
  markRead(request: MarkReadRequest): Promise<void>
  setTyping(request: SetTypingRequest): Promise<void>
  readHeads(): Promise<HeadsView>
  admit(request: AdmitRequest): Promise<void>
  removeFromRoom(request: RemoveFromRoomRequest): Promise<void>
  openSession(request: OpenSessionRequest): Promise<void>
  adjournSession(request: AdjournSessionRequest): Promise<void>
  closeSession(request: CloseSessionRequest): Promise<void>
  openCaucus(request: OpenCaucusRequest): Promise<RoomView>
  openCall(request: OpenCallRequest): Promise<void>
  endCall(request: EndCallRequest): Promise<void>
  joinCall(request: JoinCallRequest): Promise<CallTicketView>
  leaveCall(request: LeaveCallRequest): Promise<void>
  setCallMedia(request: SetCallMediaRequest): Promise<void>
  muteInCall(request: MuteInCallRequest): Promise<void>
  sendCallSignal(request: SendCallSignalRequest): Promise<void>
}

export function createRoomHub(connection: Pick<HubWire, 'invoke'>): RoomHub {
  return {
    enterRoom: (request) => connection.invoke('EnterRoom', request),
    leaveRoom: (request) => connection.invoke('LeaveRoom', request),
    postMessage: (request) => connection.invoke('PostMessage', request),
    readEntries: (request) => connection.invoke('ReadEntries', request),
    markRead: (request) => connection.invoke('MarkRead', request),
    setTyping: (request) => connection.invoke('SetTyping', request),
    readHeads: () => connection.invoke('ReadHeads'),
    admit: (request) => connection.invoke('Admit', request),
    removeFromRoom: (request) => connection.invoke('RemoveFromRoom', request),
    openSession: (request) => connection.invoke('OpenSession', request),
    adjournSession: (request) => connection.invoke('AdjournSession', request),
    closeSession: (request) => connection.invoke('CloseSession', request),
    openCaucus: (request) => connection.invoke('OpenCaucus', request),
    openCall: (request) => connection.invoke('OpenCall', request),
    endCall: (request) => connection.invoke('EndCall', request),
    joinCall: (request) => connection.invoke('JoinCall', request),
    leaveCall: (request) => connection.invoke('LeaveCall', request),
    setCallMedia: (request) => connection.invoke('SetCallMedia', request),
    muteInCall: (request) => connection.invoke('MuteInCall', request),
    sendCallSignal: (request) => connection.invoke('SendCallSignal', request),
  }
}

export interface IceServerView {
  urls: string[]
  userName: string | null
  credential: string | null
}

export interface InclusionView {
  index: number
  size: number
  proof: string[]
}

export interface InterpreterView {
  personId: string
  name: string
  languages: string[]
  since: number
}

export interface JoinCallRequest {
  roomId: string
  seat: string
  back: boolean
  audio: boolean
  video: boolean
}

export interface LeaveCallRequest {
  roomId: string
  seat: string
}

export interface LeaveRoomRequest {
  roomId: string
}

export interface LeaveView {
  id: string
  firstDay: string
  lastDay: string
  clashes: OwnSittingView[]
}

export interface LobbyView {
  roomId: string
  waiting: MemberView[]
}

export interface LogActView {
  index: number
  text: string
}

export interface MarkReadRequest {
  roomId: string
  sequence: number
}

export interface MemberView {
  personId: string
  name: string
  role: RoomRole
  standing: Standing
  joined: boolean
  partyId: string | null
}

export interface MessageReceipt {
  roomId: string
  clientMessageId: string
  sequence: number
  sentAt: string
  entryHash: string
  held?: boolean
}

export interface MoveSittingRequest {
  startsAt: string
  minutes: number
  place: string | null
  reason: string
}

export interface MuteInCallRequest {
  roomId: string
  personId: string
}

export interface OpenCallRequest {
  roomId: string
}

export interface OpenCaucusRequest {
  caseId: string
  partyId: string
}

export interface OpenGuestInvitationRequest {
  token: string | null
}

export interface OpenSessionRequest {
  roomId: string
}

export interface OwnSittingView {
  sittingId: string
  caseId: string
  caseNumber: string
  title: string
  roomId: string | null
  startsAt: string
  minutes: number
  place: string | null
  isFixed: boolean
}

export interface PanelColleagueView {
  mediatorId: string
  personId: string
  name: string
  inPanel: boolean
}

export interface PanelView {
  roomId: string | null
  colleagues: PanelColleagueView[]
}

export interface PostMessageRequest {
  roomId: string
  clientMessageId: string
  text: string
  replyTo: number | null
}

export interface PostRenderingRequest {
  clientMessageId: string
  language: string | null
  text: string | null
}

export interface PresenceView {
  roomId: string
  present: string[]
}

export interface ProposeDifferentTimesRequest {
  id: string
  lastDay: string
  turnHours: number
}

export interface ProposeGuestRequest {
  id: string
  name: string | null
  contact: string | null
  capacity: GuestCapacity
  languages: string[] | null
  reason: string | null
}

export interface ProposeSittingRequest {
  times: SittingTimeDraft[]
}

export interface PublicLogView {
  checkpoints: PublishedCheckpointView[]
  acts: LogActView[]
}

export interface PublishedCheckpointView {
  size: number
  root: string
  madeAt: string
  note: string
  timestamped: boolean
}

export interface ReadEntriesRequest {
  roomId: string
  after: number
  limit: number | null
}

export interface ReadPositionView {
  roomId: string
  personId: string
  sequence: number
}

export interface RemoveFromRoomRequest {
  roomId: string
  personId: string
  reason: string
}

export type ReturnCause = 'Mediator' | 'HoldEnded' | 'Adjourned' | 'Closed' | 'Removed'

export interface ReturnHeldRequest {
  reason: string | null
}

export type RoomKind = 'Joint' | 'Caucus' | 'Panel' | 'Council' | 'Butler' | 'Practice'

export type RoomRole = 'Mediator' | 'Applicant' | 'Respondent' | 'Butler' | 'Enterprise' | 'Observer' | 'System' | 'Interpreter' | 'Expert' | 'Companion' | 'CoMediator'

export interface RoomSnapshot {
  room: RoomView
  members: MemberView[]
  readPositions: ReadPositionView[]
  seenBy: string[]
  mayPost: boolean
  refusalCode: string | null
  mayPreside: boolean
  entries: EntryView[]
  firstVisible: number
  head: number
  serverTime: string
  callOpen: boolean
  hold: HoldState
}

export interface RoomView {
  id: string
  kind: RoomKind
  name: string
  nameEn: string
  colour: number
  caseId: string | null
  caseNumber: string | null
  enterpriseId: string | null
  caucusPartyId: string | null
  state: SessionState
  myStanding: Standing
  head: number
  myRead: number
  unread: number
  waiting: number
  lastEntryAt: string | null
  held: number
}

export interface SearchHitView {
  sequence: number
  authorName: string
  authorRole: RoomRole
  sentAt: string
  before: string
  match: string
  after: string
}

export interface SearchHitsView {
  hits: SearchHitView[]
  more: boolean
}

export interface SearchRoomRequest {
  words: string | null
}

export interface SendCallSignalRequest {
  roomId: string
  seat: string
  toPerson: string
  toSeat: string
  signal: string
}

export interface SendLawCardRequest {
  clientMessageId: string
  articleId: string
}

export type SessionState = 'Scheduled' | 'Lobby' | 'Open' | 'Adjourned' | 'Closed'

export interface SetAttentionLimitRequest {
  minutes: number
}

export interface SetCallMediaRequest {
  roomId: string
  seat: string
  audio: boolean
  video: boolean
}

export interface SetTypingRequest {
  roomId: string
  typing: boolean
}

export interface SittingAnswerView {
  partyId: string
  partyName: string
  word: SittingWord
}

export type SittingState = 'Proposed' | 'Fixed' | 'Cancelled'

export interface SittingTimeDraft {
  startsAt: string
  minutes: number
  place: string | null
}

export interface SittingTimeView {
  number: number
  startsAt: string
  minutes: number
  place: string | null
  mine: SittingWord | null
  answers: SittingAnswerView[]
}

export interface SittingView {
  id: string
  state: SittingState
  times: SittingTimeView[]
  waiting: string[]
  startsAt: string | null
  minutes: number | null
  place: string | null
  reason: string | null
  moves: number
  changedAt: string
  mayAct: string[]
}

export type SittingWord = 'Can' | 'Prefer' | 'Cannot'

export interface SnippetView {
  id: string
  version: number
  shared: boolean
  mayEdit: boolean
  shortcut: string
  title: string
  text: string
}

export interface SpreadConsentView {
  partyId: string
  partyName: string
  consents: boolean | null
}

export type SpreadEnd = 'Refused' | 'Withdrawn' | 'Mediator' | 'Over' | 'Closed'

export type Standing = 'Invited' | 'Waiting' | 'Admitted' | 'Removed'

export interface StartHoldRequest {
  reason: string | null
}

export interface TakeLeaveRequest {
  id: string
  firstDay: string
  lastDay: string
}

export interface TypingView {
  roomId: string
  personId: string
  typing: boolean
}

export interface UnattendedCaseView {
  caseId: string
  caseNumber: string
  mediatorName: string | null
  organisationName: string
  since: string
  toldAt: string
}

export interface UnattendedView {
  cases: UnattendedCaseView[]
  limitMinutes: number | null
  defaultMinutes: number
}

export interface UndertakeRequest {
  wordsSha256: string | null
}

export interface WithdrawMessageRequest {
  clientMessageId: string
}

export interface WriteAgendaRequest {
  basedOn: number
  items: AgendaItemRequest[]
}

export interface WriteSnippetRequest {
  basedOn: number
  shared: boolean
  shortcut: string
  title: string
  text: string
}

// Settlements

export interface AcceptEnforcementRequest {
  clientId: string
  frozenHash: string
  words: string
  proofId: string
}

export interface AcceptanceView {
  caseId: string
  agreementId: string
  frozenHash: string
  wordsZh: string | null
  wordsEn: string | null
  mayAccept: boolean
  acceptedAt: string | null
  words: string | null
  debtors: DebtorView[]
  article: RouteArticleView
  consentArticle: RouteArticleView
}

export type AgreementState = 'Draft' | 'Frozen' | 'Effective' | 'Declined'

export interface AgreementView {
  id: string
  caseId: string
  caseNumber: string
  version: number
  state: AgreementState
  facts: string
  clauses: ClauseView[]
  obligations: ObligationView[]
  text: string
  frozenHash: string | null
  signatures: SignatureView[]
  effectiveAt: string | null
  verificationCode: string | null
  outcomeId: string | null
  outcomeState: OutcomeState | null
  outcomeSha256: string | null
  sealedBy: string | null
  findings: FindingView[]
  mayDraft: boolean
  mayFreeze: boolean
  mayReopen: boolean
  maySign: boolean
  paper: PaperPartView | null
  timestampPending: boolean
  signatureAuthority: string | null
}

export interface AnswerFollowUpRequest {
  requestId: string
  finding: FollowUpFinding
  satisfaction: number
  note: string | null
}

export interface AnswerSheetRequest {
  hash: string
  confirms: boolean
  correction: string | null
}

export interface ApplicantDetailsDraft {
  idNumber: string | null
  address: string | null
}

export interface ApplyForRouteRequest {
  clientId: string
  act: RouteAct
  numbers: number[]
  amountFen: number | null
  ground: DepositGround | null
  reason: string | null
  details: ApplicantDetailsDraft
  consent: string
}

export interface AskSheetRequest {
  expectedVersion: number
}

export interface AuthorityRefusalView {
  reason: string | null
}

export interface AuthoritySignatureRequest {
  name: string
  idNumber: string | null
  contact: string | null
  sha256: string
  text: string
}

export interface AuthoritySignatureView {
  cms: string
}

export interface BeginConfirmationRequest {
  clientId: string
  courtCode: string
  details: ApplicantDetailsDraft
  consent: string
}

export interface ClauseChangeView {
  kind: ChangeKind
  before: number | null
  after: number | null
  words: TextPieceView[]
}

export interface ClauseDraft {
  text: string
}

export interface ClauseView {
  number: number
  text: string
}

export interface CollectDepositRequest {
  applicationId: string
}

export interface CommentOnDraftRequest {
  clientMessageId: string
  version: number
  place: CommentPlace
  number: number | null
  text: string
}

export type CommentPlace = 'Whole' | 'Facts' | 'Clause' | 'Obligation'

export interface ConfirmPerformanceRequest {
  requestId: string
  reportId: string
  amountFen: number | null
  isPart: boolean
  note: string | null
}

export interface ConfirmationMarkView {
  step: ConfirmationStep
  at: string
  name: string | null
  note: string | null
}

export interface ConfirmationSeatView {
  partyId: string
  name: string
  isMe: boolean
  joinedAt: string | null
  consentedAt: string | null
  declinedAt: string | null
  declinedReason: string | null
}

export type ConfirmationState = 'Joining' | 'Joined' | 'Sending' | 'Filed' | 'Accepted' | 'MoreAsked' | 'Confirmed' | 'Refused' | 'Declined' | 'Withdrawn'

export type ConfirmationStep = 'Begun' | 'Joined' | 'Declined' | 'Withdrawn' | 'Supplied' | 'Sent' | 'Received' | 'Accepted' | 'MoreAsked' | 'Confirmed' | 'Refused'

export interface ConfirmationView {
  id: string
  state: ConfirmationState
  courtName: string
  consentZh: string
  consentEn: string
  seats: ConfirmationSeatView[]
  marks: ConfirmationMarkView[]
  courtCaseNumber: string | null
  receiptNumber: string | null
  packetSha256: string | null
  answerDueAt: string | null
  answerArticle: RouteArticleView | null
  mayAnswer: boolean
  mayWithdraw: boolean
  maySupply: boolean
  mayDownload: boolean
}

export interface ContestPerformanceRequest {
  requestId: string
  reportId: string
  reason: string
}

export interface CourtCandidateView {
  code: string
  name: string
  listed: boolean
  reasons: CourtReasonView[]
  consentZh: string
  consentEn: string
}

export type CourtGround = 'Domicile' | 'OrganisationPlace'

export type CourtLink = 'None' | 'Simulated' | 'Connected'

export interface CourtReasonView {
  ground: CourtGround
  of: string
}

export interface DebtorView {
  name: string
  acceptedAt: string | null
}

export interface DeclineConfirmationRequest {
  clientId: string
  reason: string
}

export interface DeclineToSignRequest {
  frozenHash: string
  reason: string
}

export type DepositGround = 'CreditorRefuses' | 'CreditorNotFound' | 'CreditorDiedOrLostCapacity' | 'OtherByLaw'

export interface DifferenceView {
  before: number
  after: number | null
  changes: number
  facts: TextPieceView[]
  clauses: ClauseChangeView[]
  obligations: ObligationChangeView[]
}

export interface DisputePerformanceRequest {
  requestId: string
  reason: string
}

export interface DraftAgreementRequest {
  expectedVersion: number
  facts: string
  clauses: ClauseDraft[]
  obligations: ObligationDraft[]
  desk?: string | null
}

export interface DraftCommentView {
  id: string
  version: number
  place: CommentPlace
  number: number | null
  quote: string
  byName: string
  isMine: boolean
  text: string
  at: string
  resolvedAt: string | null
  resolvedBy: string | null
  mayResolve: boolean
  numberNow: number | null
  since: ChangeKind
}

export interface DraftingView {
  caseId: string
  state: AgreementState
  version: number
  looked: number
  lastFrozen: number | null
  onTableSince: string | null
  mayPutOnTable: boolean
  mayTakeOffTable: boolean
  mayComment: boolean
  mayRestore: boolean
  editor: EditorView | null
  versions: VersionView[]
  readers: ReaderView[]
  comments: DraftCommentView[]
}

export interface DropPaperClauseRequest {
  number: number
}

export interface EditLeaseView {
  mine: boolean
  editor: EditorView | null
}

export interface EditorView {
  name: string
  isMe: boolean
  desk: string | null
  since: string
  until: string
}

export interface EndDisputeRequest {
  requestId: string
  note: string | null
}

export type EnforcementRouteKind = 'JudicialConfirmation' | 'NotarialEnforcement' | 'NotarialDeposit' | 'PaymentOrder' | 'ArbitralAward'

export interface EnforcementRouteView {
  kind: EnforcementRouteKind
  isOpen: boolean
  zh: string
  en: string
  whereZh: string
  whereEn: string
  articles: RouteArticleView[]
  dueAt: string | null
  dueVerified: boolean
}

export interface EnforcementView {
  caseId: string
  effectiveAt: string
  routes: EnforcementRouteView[]
  courtLink: CourtLink
  courts: CourtCandidateView[]
  unclear: string[]
  confirmation: ConfirmationView | null
  packet: PacketItemView[]
  mayBegin: boolean
  needsIdNumber: boolean
  myAddress: string | null
  consentArticle: RouteArticleView
  packetArticle: RouteArticleView
}

export interface FindingView {
  code: string
  zh: string
  en: string
  obligation: number | null
  blocks: boolean
  article: string
  verified: boolean
  clause: number | null
}

export interface FollowUpAnswerView {
  partyName: string
  finding: FollowUpFinding
  satisfaction: number | null
  note: string | null
  at: string
}

export type FollowUpFinding = 'Performed' | 'Partly' | 'NotPerformed'

export interface FollowUpView {
  asksOn: string
  article: string
  verified: boolean
  mayAnswer: boolean
  mine: FollowUpAnswerView | null
  answers: FollowUpAnswerView[]
  waiting: string[]
}

export interface FollowedObligationView {
  number: number
  obligorNames: string[]
  obligeeName: string
  amountFen: number | null
  amountFigures: string | null
  what: string
  manner: string
  dueOn: string
  state: ObligationState
  daysLate: number
  confirmedFen: number
  restFen: number | null
  restFigures: string | null
  reportableFen: number | null
  unanswered: PerformanceActView[]
  history: PerformanceActView[]
  mayAct: string[]
}

export interface FreezeAgreementRequest {
  expectedVersion: number
}

export interface HoldEditLeaseRequest {
  desk: string
}

export interface JoinConfirmationRequest {
  clientId: string
  details: ApplicantDetailsDraft
  consent: string
}

export interface LookedAtDraftRequest {
  version: number
}

export interface MinutesDraftView {
  text: string
}

export interface ObjectToOrderRequest {
  applicationId: string
  reason: string
}

export interface ObligationChangeView {
  kind: ChangeKind
  before: number | null
  after: number | null
  was: ObligationView | null
  is: ObligationView | null
  what: TextPieceView[]
  manner: TextPieceView[]
}

export interface ObligationDraft {
  obligorPartyId: string | null
  obligeePartyId: string | null
  amountFen: number | null
  what: string
  manner: string
  dueOn: string | null
  jointObligorPartyIds?: string[] | null
}

export type ObligationState = 'Due' | 'PartlyPerformed' | 'Overdue' | 'Disputed' | 'Performed'

export interface ObligationView {
  number: number
  obligorPartyId: string | null
  obligorName: string | null
  obligeePartyId: string | null
  obligeeName: string | null
  amountFen: number | null
  amountFigures: string | null
  amountCapitals: string | null
  what: string
  manner: string
  dueOn: string | null
  jointObligorPartyIds: string[]
  jointObligorNames: string[]
}

export interface OutcomeCheckView {
  verificationCode: string
  caseNumber: string
  organisationName: string
  frozenHash: string
  effectiveAt: string
  outcomeState: OutcomeState
  outcomeSha256: string | null
  signatures: OutcomeSignatureView[]
  ourCopyErasedAt?: string | null
}

export interface OutcomeSignatureView {
  role: SignerRole
  maskedName: string
  maskedFor: string | null
  at: string
  method: string
}

export type OutcomeState = 'Preparing' | 'Ready'

export interface OwnCopyView {
  erasedAt: string | null
}

export interface PacketItemView {
  part: PacketPart
  partyId: string | null
  partyName: string | null
  isThere: boolean
  supplier: PacketSupplier
}

export type PacketPart = 'Application' | 'Agreement' | 'Presiding' | 'PropertyRight' | 'Identity' | 'Address' | 'Contact'

export type PacketSupplier = 'Party' | 'Organisation' | 'Platform'

export interface PaperPartView {
  clauses: string[]
  state: PaperState
  hash: string | null
  signedOn: string | null
  place: string | null
  scanId: string | null
  scanSha256: string | null
  mayChange: boolean
  mayRecord: boolean
}

export type PaperState = 'Collecting' | 'Fixed' | 'SignedByHand'

export type PerformanceActKind = 'Reported' | 'Confirmed' | 'Contested' | 'Received' | 'Disputed' | 'DisputeEnded' | 'Remarked' | 'Deposited'

export interface PerformanceActView {
  id: string
  kind: PerformanceActKind
  byName: string
  isMine: boolean
  at: string
  amountFen: number | null
  amountFigures: string | null
  on: string | null
  note: string
  reportId: string | null
  isPart: boolean
}

export interface PerformanceSummaryView {
  caseId: string
  caseNumber: string
  title: string
  obligations: number
  performed: number
  overdue: number
  disputed: number
  daysLate: number
  nextDueOn: string
}

export interface PerformanceView {
  caseId: string
  caseNumber: string
  effectiveAt: string
  today: string
  closedAt: string | null
  supervisedBy: string
  obligations: FollowedObligationView[]
  ways: OtherWayView[]
  followUp: FollowUpView
  supervises: boolean
}

export interface PutOnTableRequest {
  expectedVersion: number
}

export interface ReaderView {
  name: string
  version: number
  at: string
}

export interface RecordPaperSigningRequest {
  scanId: string
  signedOn: string
  place: string
}

export interface RecordReceiptRequest {
  requestId: string
  amountFen: number | null
  on: string
  isPart: boolean
  note: string | null
}

export interface RemarkOnPerformanceRequest {
  requestId: string
  text: string
}

export interface ReopenAgreementRequest {
  reason: string
}

export interface ReportPerformanceRequest {
  requestId: string
  amountFen: number | null
  on: string
  note: string | null
}

export interface RestoreVersionRequest {
  version: number
  expectedVersion: number
  desk: string | null
}

export type RouteAct = 'NotarialDeed' | 'ExecutionCertificate' | 'NotarialDeposit' | 'PaymentOrder'

export interface RouteApplicationView {
  id: string
  act: RouteAct
  state: RouteState
  applicantName: string
  isMine: boolean
  recipient: string
  items: RouteItemView[]
  ground: DepositGround | null
  reason: string | null
  objection: string | null
  answerNumber: string | null
  receiptNumber: string | null
  packetSha256: string | null
  grantedAt: string | null
  collectedAt: string | null
  marks: RouteMarkView[]
  termDueAt: string | null
  termIsOver: boolean
  termArticle: RouteArticleView | null
  termVerified: boolean
  articles: RouteArticleView[]
  maySupply: boolean
  mayCollect: boolean
  notCollectableZh: string | null
  notCollectableEn: string | null
  mayObject: boolean
}

export interface RouteArticleView {
  article: string
  verified: boolean
}

export interface RouteItemView {
  number: number
  what: string
  amountFen: number | null
  amountFigures: string | null
}

export interface RouteMarkView {
  step: RouteStep
  at: string
  name: string | null
  note: string | null
}

export interface RouteOfferItemView {
  number: number
  what: string
  debtorNames: string[]
  creditorName: string
  amountFen: number | null
  amountFigures: string | null
  restFen: number | null
  restFigures: string | null
  dueOn: string
  recipient: string
  consentZh: string
  consentEn: string
}

export interface RouteOfferView {
  act: RouteAct
  isOpen: boolean
  zh: string
  en: string
  items: RouteOfferItemView[]
  articles: RouteArticleView[]
}

export type RouteState = 'Ready' | 'Sending' | 'Filed' | 'Accepted' | 'MoreAsked' | 'Granted' | 'Refused' | 'Ended'

export type RouteStep = 'Applied' | 'Supplied' | 'Sent' | 'Received' | 'Accepted' | 'MoreAsked' | 'Granted' | 'Refused' | 'Notified' | 'Collected' | 'Objected' | 'Ended'

export interface RoutesView {
  caseId: string
  notaryLink: CourtLink
  courtLink: CourtLink
  offers: RouteOfferView[]
  applications: RouteApplicationView[]
  needsIdNumber: boolean
  myAddress: string | null
  consentArticle: RouteArticleView
}

export interface SheetAnswerView {
  partyId: string
  partyName: string
  confirms: boolean
  correction: string | null
  at: string
}

export type SheetKind = 'UndisputedFacts' | 'Minutes'

export type SheetState = 'Draft' | 'Asked' | 'Confirmed'

export interface SheetView {
  id: string
  kind: SheetKind
  number: number
  version: number
  state: SheetState
  text: string
  hash: string | null
  answers: SheetAnswerView[]
  waiting: string[]
  changedAt: string
  confirmedAt: string | null
  mayWrite: boolean
  mayAnswer: boolean
}

export interface SignAgreementRequest {
  frozenHash: string
  typedName: string
  proofId: string
  byCertificate?: boolean
}

export interface SignatureView {
  role: SignerRole
  partyId: string | null
  personId: string | null
  name: string
  for: string | null
  hasSigned: boolean
  at: string | null
  method: string | null
  declinedReason: string | null
  isMe: boolean
}

export type SignerRole = 'Party' | 'Mediator' | 'Seal'

export interface SplitOffRequest {
  expectedVersion: number
  clauses: number[]
  obligations: number[]
}

export interface SupplyConfirmationRequest {
  details: ApplicantDetailsDraft
  propertyProofIds: string[] | null
}

export interface SupplyRouteRequest {
  applicationId: string
  address: string | null
  reason: string | null
}

export interface TemplateClauseView {
  id: string
  zh: string
  en: string
  text: string
  article: string | null
  verified: boolean
}

export interface TemplateObligationView {
  id: string
  zh: string
  en: string
  rows: ObligationDraft[]
}

export interface TemplateSetView {
  id: string
  edition: number
  zh: string
  en: string
  facts: string
  clauses: TemplateClauseView[]
  obligations: TemplateObligationView[]
}

export type Verdict = 'Genuine' | 'Altered' | 'Unknown'

export interface VerificationView {
  verdict: Verdict
  zh: string
  en: string
  where: string | null
  documentKind: string | null
  caseNumber: string | null
  signedBy: string | null
  sealedAt: string | null
  details: string[]
  whereEn: string | null
  detailsEn: string[]
  sha256: string
}

export type VersionOrigin = 'Saved' | 'SplitOff' | 'Restored' | 'Reopened'

export interface VersionView {
  number: number
  byName: string
  at: string
  origin: VersionOrigin
  restoredFrom: number | null
  shown: boolean
  frozen: boolean
}

export interface WithdrawConfirmationRequest {
  reason: string | null
}

export interface WriteSheetRequest {
  kind: SheetKind
  expectedVersion: number
  text: string
}

// Shared

export type ChangeKind = 'Same' | 'Changed' | 'Added' | 'Removed'

export type ChangeTopic = 'Case' | 'Agreement' | 'Proposals' | 'Queue' | 'Rooms' | 'Enterprise' | 'Performance' | 'Complaints' | 'Waits' | 'Guests' | 'Held' | 'Guidance'

export type PieceKind = 'Kept' | 'Removed' | 'Added'

export interface RefusalView {
  code: string
  zh: string
  en: string
  errors?: Record<string, RefusalView> | null
  retryAfterMs?: number | null
}

export interface TextPieceView {
  kind: PieceKind
  text: string
}
