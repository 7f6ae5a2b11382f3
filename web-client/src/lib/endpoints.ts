import type * as Wire from '@/contracts/realtime'

interface Paging {
  skip?: number
  take?: number
}

/** The HTTP endpoints this client uses, with their shapes. Paths are relative to /api. */
export interface Endpoints {
  'POST /accounts/code': { body: Wire.SendCodeRequest; returns: Wire.CodeSentView }
  'POST /accounts/enter': { body: Wire.EnterWithCodeRequest; returns: Wire.MeView }
  'POST /accounts/staff/sign-in': { body: Wire.StaffSignInRequest; returns: Wire.MeView }
  'POST /accounts/time-zone': { body: Wire.SetTimeZoneRequest; returns: undefined }
  'GET /accounts/push': { returns: Wire.PushOfferView }
  'POST /accounts/push/devices': { body: Wire.TurnOnPushRequest; returns: undefined }
  'POST /accounts/push/devices/removal': { body: Wire.TurnOffPushRequest; returns: undefined }
  'POST /accounts/sign-out': { returns: undefined }
  'GET /accounts/me': { returns: Wire.MeView }
  'POST /accounts/passkeys/options/register': { returns: Wire.PasskeyOptionsView }
  'POST /accounts/passkeys/register': { body: Wire.CompletePasskeyRequest; returns: Wire.MeView }
  'POST /accounts/passkeys/options/sign-in': { returns: Wire.PasskeyOptionsView }
  'POST /accounts/passkeys/sign-in': { body: Wire.CompletePasskeyRequest; returns: Wire.MeView }
  'POST /accounts/passkeys/options/reauthenticate': { body: Wire.ReauthenticationOptionsRequest; returns: Wire.PasskeyOptionsView }
  'POST /accounts/reauthenticate/code': { returns: Wire.CodeSentView }
  'POST /accounts/reauthenticate': { body: Wire.ReauthenticateRequest; returns: Wire.ReauthenticationView }
  'GET /cases/{caseId}/sittings': { returns: Wire.CaseSittingsView }
  'POST /cases/{caseId}/sittings': { body: Wire.ProposeSittingRequest; returns: Wire.CaseSittingsView }
  'POST /cases/{caseId}/sittings/{sittingId}/answer': { body: Wire.AnswerSittingRequest; returns: Wire.CaseSittingsView }
  'POST /cases/{caseId}/sittings/{sittingId}/fix': { body: Wire.FixSittingRequest; returns: Wire.CaseSittingsView }
  'POST /cases/{caseId}/sittings/{sittingId}/move': { body: Wire.MoveSittingRequest; returns: Wire.CaseSittingsView }
  'POST /cases/{caseId}/sittings/{sittingId}/cancel': { body: Wire.CancelSittingRequest; returns: Wire.CaseSittingsView }
  'GET /sittings': { returns: Wire.OwnSittingView[] }
  'GET /calendar': { returns: Wire.CalendarFeedView }
  'POST /calendar': { returns: Wire.CalendarFeedView }
  'POST /calendar/revoke': { returns: Wire.CalendarFeedView }
  'GET /outbox': { returns: Wire.OutboxMessageView[] }

  'GET /organisations': { query: Paging & { parentId?: string; kind?: Wire.OrganisationKind; search?: string }; returns: Wire.OrganisationView[] }
  'GET /organisations/{id}': { returns: Wire.OrganisationView }
  'GET /pairings': { returns: Wire.PairingView[] }
  'POST /pairings': { body: Wire.MakePairingRequest; returns: Wire.PairingView }
  'POST /pairings/{pairingId}/end': { returns: Wire.PairingView }
  'POST /pairings/{pairingId}/guides': { body: Wire.NameGuideRequest; returns: Wire.PairingView }
  'POST /pairings/{pairingId}/guides/{guideId}/end': { returns: Wire.PairingView }
  'GET /cases/{caseId}/guidance': { returns: Wire.CaseGuidanceView }
  'POST /cases/{caseId}/guidance': { body: Wire.AskGuideRequest; returns: Wire.CaseGuidanceView }
  'POST /cases/{caseId}/guidance/check': { body: Wire.CheckGuidanceRequest; returns: Wire.GuidanceCheckView }
  'POST /cases/{caseId}/guidance/{questionId}/reply': { body: Wire.ReplyToGuideRequest; returns: Wire.CaseGuidanceView }
  'POST /cases/{caseId}/guidance/{questionId}/close': { returns: Wire.CaseGuidanceView }
  'GET /guidance': { returns: Wire.GuideQuestionView[] }
  'POST /guidance/{questionId}/take': { returns: Wire.GuideQuestionView }
  'POST /guidance/{questionId}/give-back': { returns: Wire.GuideQuestionView }
  'POST /guidance/{questionId}/ask-back': { body: Wire.AskBackRequest; returns: Wire.GuideQuestionView }
  'POST /guidance/{questionId}/answer': { body: Wire.AnswerGuidanceRequest; returns: Wire.GuideQuestionView }
  'POST /guidance/{questionId}/close': { returns: Wire.GuideQuestionView }
  'GET /mediators': { query: Paging & { organisationId?: string; disputeKind?: Wire.DisputeKind; search?: string }; returns: Wire.MediatorView[] }

  'POST /cases': { body: Wire.FileCaseRequest; returns: Wire.CaseFiledView }
  'GET /cases': { query: Paging & { view: 'mine' | 'queue' | 'board' }; returns: Wire.CaseSummaryView[] }
  'GET /cases/{id}': { returns: Wire.CaseView }
  'GET /cases/{id}/records': { returns: Wire.CaseRecordsView }
  'POST /cases/{id}/records/deletion-requests': { body: Wire.AskForDeletionRequest; returns: Wire.CaseRecordsView }
  'POST /cases/{id}/records/deletion-requests/{requestId}/answer': { body: Wire.AnswerDeletionRequest; returns: Wire.CaseRecordsView }
  'POST /cases/{id}/records/class': { body: Wire.ReclassifyRequest; returns: Wire.CaseRecordsView }
  'POST /cases/{id}/records/holds': { body: Wire.PlaceHoldRequest; returns: Wire.CaseRecordsView }
  'POST /cases/{id}/records/holds/{holdId}/release': { body: Wire.ReleaseHoldRequest; returns: Wire.CaseRecordsView }
  'POST /cases/{id}/records/seal': { body: Wire.SealCaseRequest; returns: Wire.CaseRecordsView }
  'POST /cases/{id}/records/openings': { body: Wire.OpenSealedCaseRequest; returns: Wire.CaseRecordsView }
  'POST /cases/{id}/records/openings/{openingId}/end': { returns: Wire.CaseRecordsView }
  'GET /verify/copies/{sha256}': { returns: Wire.OwnCopyView }
  'GET /records': { returns: Wire.CaseRecordSummaryView[] }
  'GET /retention-policy': { returns: Wire.RetentionPolicyView }
  'PUT /retention-policy': { body: Wire.DecideRetentionRequest; returns: Wire.RetentionPolicyView }
  'POST /invitations/open': { body: Wire.OpenInvitationRequest; returns: Wire.InvitationView }
  'POST /cases/{id}/answer': { body: Wire.AnswerInvitationRequest; returns: Wire.CaseView }
  'POST /cases/{id}/invitations/{partyId}': { body: Wire.SendInvitationRequest; returns: undefined }
  'POST /cases/{id}/mediator': { body: Wire.ChooseMediatorRequest; returns: Wire.CaseView }
  /** Nothing comes back after declining: the case is no longer the mediator's to read. */
  'POST /cases/{id}/appointment': { body: Wire.AnswerAppointmentRequest; returns: Wire.CaseView | undefined }
  'POST /cases/{id}/term/extension': { body: Wire.ProposeExtensionRequest; returns: Wire.CaseView }
  'POST /cases/{id}/term/extension/answer': { body: Wire.AnswerExtensionRequest; returns: Wire.CaseView }
  'POST /cases/{id}/term/suspension': { body: Wire.SuspendTermRequest; returns: Wire.CaseView }
  'POST /cases/{id}/term/suspension/end': { returns: Wire.CaseView }
  'POST /cases/{id}/close': { body: Wire.CloseCaseRequest; returns: Wire.CaseView }
  'GET /cases/{id}/exhibits': { returns: Wire.ExhibitView[] }

  'POST /exhibits': { body: FormData; returns: Wire.ExhibitView }

  'GET /rooms': { returns: Wire.RoomView[] }
  'GET /rooms/{id}': { returns: Wire.RoomSnapshot }
  'GET /checkpoints': { returns: Wire.PublicLogView }
  'GET /rooms/{id}/entries': { query: { after: number; limit?: number }; returns: Wire.EntriesPage }

  'POST /proposals': { body: Wire.ProposeRequest; returns: Wire.ProposalView }
  'POST /proposals/{id}/answer': { body: Wire.AnswerProposalRequest; returns: Wire.ProposalView }
  'POST /proposals/{id}/withdraw': { body: Wire.WithdrawProposalRequest; returns: Wire.ProposalView }
  'GET /rooms/{id}/proposals': { returns: Wire.ProposalView[] }
  'GET /rooms/{id}/blind-rounds': { returns: Wire.BlindRoundView[] }
  'POST /rooms/{id}/entries/{sequence}/withdrawal': { body: Wire.WithdrawMessageRequest; returns: Wire.MessageReceipt }
  'POST /rooms/{id}/search': { body: Wire.SearchRoomRequest; returns: Wire.SearchHitsView }
  'POST /rooms/{id}/law-cards': { body: Wire.SendLawCardRequest; returns: Wire.MessageReceipt }
  'GET /cases/{caseId}/guests': { returns: Wire.GuestView[] }
  'GET /cases/{caseId}/panel': { returns: Wire.PanelView }
  'POST /cases/{caseId}/panel': { body: Wire.AskIntoPanelRequest; returns: Wire.PanelView }
  'GET /rooms/{roomId}/agenda': { returns: Wire.AgendaView }
  'PUT /rooms/{roomId}/agenda': { body: Wire.WriteAgendaRequest; returns: Wire.AgendaView }
  'POST /rooms/{roomId}/agenda/{itemId}/start': { returns: Wire.AgendaView }
  'POST /rooms/{roomId}/agenda/{itemId}/end': { returns: Wire.AgendaView }
  'GET /cases/{caseId}/different-times': { returns: Wire.CaseDifferentTimesView }
  'POST /cases/{caseId}/different-times': { body: Wire.ProposeDifferentTimesRequest; returns: Wire.CaseDifferentTimesView }
  'POST /cases/{caseId}/different-times/{timesId}/answer': { body: Wire.AnswerDifferentTimesRequest; returns: Wire.CaseDifferentTimesView }
  'POST /cases/{caseId}/different-times/{timesId}/turn': { body: Wire.GiveTurnRequest; returns: Wire.CaseDifferentTimesView }
  'POST /cases/{caseId}/different-times/{timesId}/end': { returns: Wire.CaseDifferentTimesView }
  'GET /leaves': { returns: Wire.LeaveView[] }
  'POST /leaves': { body: Wire.TakeLeaveRequest; returns: Wire.LeaveView[] }
  'POST /leaves/{leaveId}/cancel': { returns: Wire.LeaveView[] }
  'POST /rooms/{roomId}/hold': { body: Wire.StartHoldRequest; returns: Wire.HeldMessagesView }
  'POST /rooms/{roomId}/hold/end': { body: Wire.EndHoldRequest; returns: Wire.HeldMessagesView }
  'GET /rooms/{roomId}/held': { returns: Wire.HeldMessagesView }
  'POST /rooms/{roomId}/held/{heldId}/release': { returns: Wire.HeldMessagesView }
  'POST /rooms/{roomId}/held/{heldId}/return': { body: Wire.ReturnHeldRequest; returns: Wire.HeldMessagesView }
  'POST /rooms/{roomId}/held/{heldId}/take': { returns: Wire.HeldMessagesView }
  'POST /rooms/{roomId}/guests': { body: Wire.ProposeGuestRequest; returns: Wire.GuestView[] }
  'POST /guests/{guestId}/answer': { body: Wire.AnswerGuestRequest; returns: Wire.GuestView[] }
  'POST /guests/{guestId}/withdraw': { returns: Wire.GuestView[] }
  'POST /guests/{guestId}/invitation': { returns: Wire.GuestView[] }
  'POST /guest-invitations/open': { body: Wire.OpenGuestInvitationRequest; returns: Wire.GuestInvitationView }
  'GET /guests/mine': { returns: Wire.GuestInvitationView[] }
  'POST /guests/{guestId}/undertaking': { body: Wire.UndertakeRequest; returns: Wire.GuestInvitationView }
  'GET /rooms/{roomId}/interpreters': { returns: Wire.InterpreterView[] }
  'POST /rooms/{roomId}/entries/{sequence}/renderings': { body: Wire.PostRenderingRequest; returns: Wire.MessageReceipt }
  'GET /articles': { query: { q: string }; returns: Wire.ArticlesFoundView }
  'POST /blind-rounds': { body: Wire.OpenBlindRoundRequest; returns: Wire.BlindRoundView }
  'POST /blind-rounds/{id}/bid': { body: Wire.GiveBlindBidRequest; returns: Wire.BlindRoundView }
  'POST /blind-rounds/{id}/take-back': { returns: Wire.BlindRoundView }
  'POST /blind-rounds/{id}/cancel': { returns: Wire.BlindRoundView }

  'GET /cases/{id}/agreement': { returns: Wire.AgreementView }
  'PUT /cases/{id}/agreement': { body: Wire.DraftAgreementRequest; returns: Wire.AgreementView }
  'POST /cases/{id}/agreement/freeze': { body: Wire.FreezeAgreementRequest; returns: Wire.AgreementView }
  'GET /cases/{id}/agreement/drafting': { returns: Wire.DraftingView }
  'POST /cases/{id}/agreement/drafting/looked': { body: Wire.LookedAtDraftRequest; returns: Wire.DraftingView }
  'GET /cases/{id}/agreement/versions/{before}/difference/{after}': { returns: Wire.DifferenceView }
  'POST /cases/{id}/agreement/compare': { body: Wire.DraftAgreementRequest; returns: Wire.DifferenceView }
  'POST /cases/{id}/agreement/restore': { body: Wire.RestoreVersionRequest; returns: Wire.AgreementView }
  'POST /cases/{id}/agreement/table': { body: Wire.PutOnTableRequest; returns: Wire.AgreementView }
  'POST /cases/{id}/agreement/table/off': { returns: Wire.AgreementView }
  'POST /cases/{id}/agreement/lease': { body: Wire.HoldEditLeaseRequest; returns: Wire.EditLeaseView }
  'POST /cases/{id}/agreement/lease/end': { body: Wire.HoldEditLeaseRequest; returns: undefined }
  'POST /cases/{id}/agreement/comments': { body: Wire.CommentOnDraftRequest; returns: Wire.DraftingView }
  'POST /cases/{caseId}/agreement/comments/{id}/resolve': { returns: Wire.DraftingView }
  'GET /cases/{id}/agreement/templates': { query: { amountFen?: number | undefined; dueOn?: string | undefined }; returns: Wire.TemplateSetView[] }
  'GET /cases/{caseId}/sheets': { returns: Wire.SheetView[] }
  'PUT /cases/{caseId}/sheets': { body: Wire.WriteSheetRequest; returns: Wire.SheetView[] }
  'GET /cases/{caseId}/sheets/minutes-draft': { returns: Wire.MinutesDraftView }
  'POST /cases/{caseId}/sheets/{id}/ask': { body: Wire.AskSheetRequest; returns: Wire.SheetView[] }
  'POST /cases/{caseId}/sheets/{id}/answer': { body: Wire.AnswerSheetRequest; returns: Wire.SheetView[] }
  'POST /cases/{id}/agreement/paper/split': { body: Wire.SplitOffRequest; returns: Wire.AgreementView }
  'POST /cases/{id}/agreement/paper/drop': { body: Wire.DropPaperClauseRequest; returns: Wire.AgreementView }
  'POST /cases/{id}/agreement/paper/fix': { returns: Wire.AgreementView }
  'POST /cases/{id}/agreement/paper/reopen': { returns: Wire.AgreementView }
  'POST /cases/{id}/agreement/paper/signed': { body: Wire.RecordPaperSigningRequest; returns: Wire.AgreementView }
  'POST /cases/{id}/agreement/reopen': { body: Wire.ReopenAgreementRequest; returns: Wire.AgreementView }
  'GET /agreements/{id}/text': { returns: string }
  'POST /agreements/{id}/sign': { body: Wire.SignAgreementRequest; returns: Wire.AgreementView }
  'POST /agreements/{id}/decline': { body: Wire.DeclineToSignRequest; returns: Wire.AgreementView }
  'GET /cases/{caseId}/performance': { returns: Wire.PerformanceView }
  'POST /cases/{caseId}/performance/follow-up': { body: Wire.AnswerFollowUpRequest; returns: Wire.PerformanceView }
  'POST /cases/{caseId}/performance/{number}/report': { body: Wire.ReportPerformanceRequest; returns: Wire.PerformanceView }
  'POST /cases/{caseId}/performance/{number}/confirm': { body: Wire.ConfirmPerformanceRequest; returns: Wire.PerformanceView }
  'POST /cases/{caseId}/performance/{number}/contest': { body: Wire.ContestPerformanceRequest; returns: Wire.PerformanceView }
  'POST /cases/{caseId}/performance/{number}/receipt': { body: Wire.RecordReceiptRequest; returns: Wire.PerformanceView }
  'POST /cases/{caseId}/performance/{number}/dispute': { body: Wire.DisputePerformanceRequest; returns: Wire.PerformanceView }
  'POST /cases/{caseId}/performance/{number}/dispute/end': { body: Wire.EndDisputeRequest; returns: Wire.PerformanceView }
  'POST /cases/{caseId}/performance/{number}/remark': { body: Wire.RemarkOnPerformanceRequest; returns: Wire.PerformanceView }
  'GET /performances': { returns: Wire.PerformanceSummaryView[] }
  'GET /cases/{id}/enforcement': { returns: Wire.EnforcementView }
  'POST /cases/{id}/confirmation': { body: Wire.BeginConfirmationRequest; returns: Wire.EnforcementView }
  'POST /cases/{id}/confirmation/join': { body: Wire.JoinConfirmationRequest; returns: Wire.EnforcementView }
  'POST /cases/{id}/confirmation/decline': { body: Wire.DeclineConfirmationRequest; returns: Wire.EnforcementView }
  'POST /cases/{id}/confirmation/withdraw': { body: Wire.WithdrawConfirmationRequest; returns: Wire.EnforcementView }
  'POST /cases/{id}/confirmation/supply': { body: Wire.SupplyConfirmationRequest; returns: Wire.EnforcementView }
  'GET /cases/{caseId}/acceptance': { returns: Wire.AcceptanceView }
  'POST /cases/{caseId}/acceptance': { body: Wire.AcceptEnforcementRequest; returns: Wire.AcceptanceView }
  'GET /cases/{caseId}/routes': { returns: Wire.RoutesView }
  'POST /cases/{caseId}/routes': { body: Wire.ApplyForRouteRequest; returns: Wire.RoutesView }
  'POST /cases/{caseId}/routes/supply': { body: Wire.SupplyRouteRequest; returns: Wire.RoutesView }
  'POST /cases/{caseId}/routes/collect': { body: Wire.CollectDepositRequest; returns: Wire.RoutesView }
  'POST /cases/{caseId}/routes/object': { body: Wire.ObjectToOrderRequest; returns: Wire.RoutesView }
  'GET /cases/{caseId}/opinion': { returns: Wire.OpinionView }
  'POST /cases/{caseId}/opinion': { body: Wire.GiveOpinionRequest; returns: Wire.OpinionView }
  'GET /cases/{caseId}/complaints': { returns: Wire.ComplaintView[] }
  'POST /cases/{caseId}/complaints': { body: Wire.FileComplaintRequest; returns: Wire.ComplaintView[] }
  'GET /unattended': { returns: Wire.UnattendedView }
  'PUT /attention-limit': { body: Wire.SetAttentionLimitRequest; returns: Wire.UnattendedView }
  'GET /snippets': { returns: Wire.SnippetView[] }
  'PUT /snippets/{id}': { body: Wire.WriteSnippetRequest; returns: Wire.SnippetView[] }
  'POST /snippets/{id}/remove': { returns: Wire.SnippetView[] }
  'GET /cases/{caseId}/notes': { returns: Wire.CaseNotesView }
  'PUT /cases/{caseId}/notes': { body: Wire.WriteCaseNotesRequest; returns: Wire.CaseNotesView }
  'GET /complaints': { returns: Wire.ComplaintView[] }
  'POST /complaints/{complaintId}/answer': { body: Wire.AnswerComplaintRequest; returns: Wire.ComplaintView }
  'GET /satisfaction': { returns: Wire.SatisfactionView }
  'POST /verify': { body: FormData; returns: Wire.VerificationView }
  'GET /verify/{code}': { returns: Wire.OutcomeCheckView }

  'GET /enterprises': { returns: Wire.EnterpriseSummaryView[] }
  'GET /enterprises/{id}': { returns: Wire.EnterpriseView }
  'POST /enterprises/{id}/mandates': { body: Wire.GrantMandateRequest; returns: Wire.EnterpriseView }
  /** Nothing comes back after ending one's own mandate. */
  'POST /enterprises/{id}/mandates/revoke': { body: Wire.RevokeMandateRequest; returns: Wire.EnterpriseView | undefined }
  'POST /enterprises/{id}/disputes': { body: Wire.OpenDisputeRequest; returns: Wire.CaseFiledView }
}
