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

export type AccountRole = 'Party' | 'Mediator' | 'Operator' | 'Butler' | 'Administrator'

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

// Cases

export interface AnswerAppointmentRequest {
  accepts: boolean
  reason: string | null
  disclosure: string | null
}

export interface AnswerExtensionRequest {
  agrees: boolean
}

export interface AnswerInvitationRequest {
  consents: boolean
  reason: string | null
}

export interface CaseFiledView {
  caseId: string
  number: string
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

export interface ChooseMediatorRequest {
  mediatorId: string
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

export interface SendInvitationRequest {
  contact: string | null
}

export interface SuspendTermRequest {
  reason: string
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

export type BlindState = 'Open' | 'Deal' | 'NoDeal' | 'Cancelled'

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
}

export type OrganisationField = 'Administrative' | 'Professional' | 'Social' | 'Elders'

export type OrganisationKind = 'Centre' | 'SubCentre' | 'Studio' | 'Station' | 'MediationCommittee' | 'LawFirm' | 'Notary' | 'Court' | 'Union'

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

// Partners

export type CourtAnswerKind = 'Accepted' | 'MoreAsked' | 'Confirmed' | 'Refused'

export interface CourtAnswerView {
  number: number
  kind: CourtAnswerKind
  caseNumber: string | null
  text: string | null
  at: string
}

export interface CourtAnswersView {
  key: string
  answers: CourtAnswerView[]
}

export interface CourtReceiptView {
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

export interface AnswerSittingRequest {
  words: SittingWord[]
}

export interface CalendarFeedView {
  madeAt: string | null
  address: string | null
}

export interface CancelSittingRequest {
  reason: string
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

export interface HeadView {
  roomId: string
  head: number
}

export interface HeadsView {
  heads: HeadView[]
  serverTime: string
}

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
  }
}

export interface InclusionView {
  index: number
  size: number
  proof: string[]
}

export interface LeaveRoomRequest {
  roomId: string
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
}

export interface MoveSittingRequest {
  startsAt: string
  minutes: number
  place: string | null
  reason: string
}

export interface OpenCaucusRequest {
  caseId: string
  partyId: string
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

export interface PostMessageRequest {
  roomId: string
  clientMessageId: string
  text: string
  replyTo: number | null
}

export interface PresenceView {
  roomId: string
  present: string[]
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

export type RoomKind = 'Joint' | 'Caucus' | 'Panel' | 'Council' | 'Butler' | 'Practice'

export type RoomRole = 'Mediator' | 'Applicant' | 'Respondent' | 'Butler' | 'Enterprise' | 'Observer' | 'System'

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
}

export interface SendLawCardRequest {
  clientMessageId: string
  articleId: string
}

export type SessionState = 'Scheduled' | 'Lobby' | 'Open' | 'Adjourned' | 'Closed'

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

export type Standing = 'Invited' | 'Waiting' | 'Admitted' | 'Removed'

export interface TypingView {
  roomId: string
  personId: string
  typing: boolean
}

// Settlements

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

export interface ClauseDraft {
  text: string
}

export interface ClauseView {
  number: number
  text: string
}

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

export interface DeclineConfirmationRequest {
  clientId: string
  reason: string
}

export interface DeclineToSignRequest {
  frozenHash: string
  reason: string
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
}

export interface DropPaperClauseRequest {
  number: number
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
  satisfaction: number
  note: string
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

export interface JoinConfirmationRequest {
  clientId: string
  details: ApplicantDetailsDraft
  consent: string
}

export interface MinutesDraftView {
  text: string
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
}

export interface OutcomeSignatureView {
  role: SignerRole
  maskedName: string
  maskedFor: string | null
  at: string
  method: string
}

export type OutcomeState = 'Preparing' | 'Ready'

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

export type PerformanceActKind = 'Reported' | 'Confirmed' | 'Contested' | 'Received' | 'Disputed' | 'DisputeEnded' | 'Remarked'

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

export interface RouteArticleView {
  article: string
  verified: boolean
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

export type ChangeTopic = 'Case' | 'Agreement' | 'Proposals' | 'Queue' | 'Rooms' | 'Enterprise' | 'Performance'

export interface RefusalView {
  code: string
  zh: string
  en: string
  errors?: Record<string, RefusalView> | null
  retryAfterMs?: number | null
}
