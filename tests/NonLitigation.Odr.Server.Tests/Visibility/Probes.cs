using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Enterprises;
using NonLitigation.Odr.Server.Tests.Evidence;
using static NonLitigation.Odr.Application.Shared.SecuredObject;

namespace NonLitigation.Odr.Server.Tests.Visibility;

/// <summary>How each guarded operation is asked. Acts are put so that they change nothing that another probe needs: the right comes before the rule.</summary>
public static class Probes
{
    private static readonly SecuredObject[] InTheCase = [CaseFile, CaseAdministration];

    public static IEnumerable<Probe> Of(VisibilityWorld world) =>
    [
        .. OfTheCase(world), .. OfExhibits(world), .. OfRooms(world), .. OfSittings(world), .. OfGuests(world), .. OfHolds(world), .. OfDifferentTimes(world), .. SettlementProbes.Of(world), .. OfVoices(world), .. OfGuidance(world), .. OfTheRecords(world), .. OfTheEnterprise(world), .. OfPresiding(world),
    ];

    private static IEnumerable<Probe> OfTheCase(VisibilityWorld world) =>
    [
        Probe.Get("ReadCase", [CaseStatus], world.CaseId, id => $"api/cases/{id}"),
        Probe.Post("AnswerInvitation", [CaseStatus], world.CaseId, id => $"api/cases/{id}/answer", _ => new AnswerInvitationRequest(true, null)),
        Probe.Post("SendInvitation", InTheCase, world.CaseId, id => $"api/cases/{id}/invitations/{world.RespondentParty}", _ => new { }),
        Probe.Post("ChooseMediator", InTheCase, world.CaseId, id => $"api/cases/{id}/mediator", _ => new ChooseMediatorRequest(Guid.CreateVersion7())),
        Probe.Post("AnswerAppointment", [CasePresiding], world.CaseId, id => $"api/cases/{id}/appointment", _ => new AnswerAppointmentRequest(false, null, null)),
        Probe.Get("ReadCaseNotes", [PresidingNotes], world.CaseId, id => $"api/cases/{id}/notes"),
        new("WriteCaseNotes", [PresidingNotes], world.CaseId, (visitor, _, id) => KeepingPrivateNotes.PutAsync(visitor, $"api/cases/{id}/notes", new WriteCaseNotesRequest(-1, ""))),
        Probe.Post("ProposeExtension", [CasePresiding], world.CaseId, id => $"api/cases/{id}/term/extension", _ => new ProposeExtensionRequest(new(2026, 1, 1))),
        Probe.Post("AnswerExtension", [CaseFile], world.CaseId, id => $"api/cases/{id}/term/extension/answer", _ => new AnswerExtensionRequest(true)),
        Probe.Post("SuspendTerm", [CasePresiding], world.CaseId, id => $"api/cases/{id}/term/suspension", _ => new SuspendTermRequest("")),
        Probe.Post("ResumeTerm", [CasePresiding], world.CaseId, id => $"api/cases/{id}/term/suspension/end", _ => new { }),
        Probe.Post("CloseCase", InTheCase, world.CaseId, id => $"api/cases/{id}/close", _ => new CloseCaseRequest(ClosingReason.Agreed, null)),
        Probe.Get("ListExhibits", [CaseFile], world.CaseId, id => $"api/cases/{id}/exhibits"),
        new("UploadExhibit", [CaseFile], world.CaseId, (visitor, _, id) => visitor.UploadAsync([], "x.txt", ("caseId", id))),
    ];

    private static IEnumerable<Probe> OfExhibits(VisibilityWorld world) => world.Exhibits.Select(exhibit =>
        Probe.Get("ReadExhibit", [exhibit.Key], exhibit.Value, id => $"api/exhibits/{id}"));

    private static IEnumerable<Probe> OfRooms(VisibilityWorld world) => world.Rooms.SelectMany(room => new[]
    {
        Probe.Get("ReadSnapshot", [room.Key], room.Value, id => $"api/rooms/{id}"),
        Probe.Post("SendLawCard", [room.Key], room.Value, id => $"api/rooms/{id}/law-cards", _ => new SendLawCardRequest(Guid.CreateVersion7(), Guid.CreateVersion7())),
        Probe.Post("WithdrawMessage", [room.Key], room.Value, id => $"api/rooms/{id}/entries/1/withdrawal", _ => new WithdrawMessageRequest(Guid.CreateVersion7())),
        Probe.Post("SearchRoom", [room.Key], room.Value, id => $"api/rooms/{id}/search", _ => new SearchRoomRequest("您好")),
        Probe.Get("ReadEntries", [room.Key], room.Value, id => $"api/rooms/{id}/entries"),
        Probe.Get("ExportTranscript", [room.Key], room.Value, id => $"api/rooms/{id}/transcript"),
        Probe.Get("ExportTranscript", [room.Key], room.Value, id => $"api/rooms/{id}/transcript?entries=1,2"),
        Probe.Get("ReadAgenda", [room.Key], room.Value, id => $"api/rooms/{id}/agenda"),
        Probe.Get("ReadHeld", [room.Key], room.Value, id => $"api/rooms/{id}/held"),
        Probe.Get("ListInterpreters", [room.Key], room.Value, id => $"api/rooms/{id}/interpreters"),
        Probe.Post("PostRendering", [room.Key], room.Value, id => $"api/rooms/{id}/entries/1/renderings", _ => new PostRenderingRequest(Guid.CreateVersion7(), "en", "x")),
        Probe.Get("ReadPublication", [room.Key], room.Value, id => $"api/rooms/{id}/publication"),
        new Probe("UploadExhibit", [room.Key], room.Value, (visitor, _, id) => visitor.UploadAsync(SampleFiles.Text(), "x.txt", ("roomId", id), ("clientMessageId", Guid.CreateVersion7()))),
        Probe.Hub(nameof(IRoomHub.EnterRoom), [room.Key], room.Value, id => new EnterRoomRequest(id, 1)),
        Probe.Hub(nameof(IRoomHub.PostMessage), [room.Key], room.Value, id => new PostMessageRequest(id, Guid.CreateVersion7(), "您好", null)),
        Probe.Hub(nameof(IRoomHub.ReadEntries), [room.Key], room.Value, id => new ReadEntriesRequest(id, 0, 5)),
        Probe.Hub(nameof(IRoomHub.MarkRead), [room.Key], room.Value, id => new MarkReadRequest(id, 1)),
        Probe.Hub(nameof(IRoomHub.SetTyping), [room.Key], room.Value, id => new SetTypingRequest(id, true)),
        Probe.Hub(nameof(IRoomHub.JoinCall), [room.Key], room.Value, id => new JoinCallRequest(id, Guid.CreateVersion7(), false, true, true)),
        Probe.Hub(nameof(IRoomHub.SetCallMedia), [room.Key], room.Value, id => new SetCallMediaRequest(id, Guid.CreateVersion7(), true, true)),
        Probe.Hub(nameof(IRoomHub.SendCallSignal), [room.Key], room.Value, id => new SendCallSignalRequest(id, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "{}")),
        Probe.Hub(nameof(IRoomHub.LeaveCall), [room.Key], room.Value, id => new LeaveCallRequest(id, Guid.CreateVersion7()), silent: true),
        Probe.Hub(nameof(IRoomHub.LeaveRoom), [room.Key], room.Value, id => new LeaveRoomRequest(id), silent: true),
    });

    private static IEnumerable<Probe> OfSittings(VisibilityWorld world)
    {
        string Path(Guid id) => $"api/cases/{id}/sittings";
        return
        [
            Probe.Get("ReadSittings", [CaseFile], world.CaseId, Path),
            Probe.Get("DownloadSitting", [CaseFile], world.CaseId, id => $"{Path(id)}/{world.SittingId}/calendar"),
            Probe.Post("ProposeSitting", [CasePresiding], world.CaseId, Path, _ => new ProposeSittingRequest([])),
            Probe.Post("AnswerSitting", [CaseFile], world.CaseId, id => $"{Path(id)}/{world.SittingId}/answer", _ => new AnswerSittingRequest([])),
            Probe.Post("FixSitting", [CasePresiding], world.CaseId, id => $"{Path(id)}/{world.SittingId}/fix", _ => new FixSittingRequest(1)),
            Probe.Post("MoveSitting", [CasePresiding], world.CaseId, id => $"{Path(id)}/{world.SittingId}/move", _ => new MoveSittingRequest(default, 60, null, "改期")),
            Probe.Post("CancelSitting", [CasePresiding], world.CaseId, id => $"{Path(id)}/{world.SittingId}/cancel", _ => new CancelSittingRequest("")),
        ];
    }

    private static IEnumerable<Probe> OfGuests(VisibilityWorld world) =>
    [
        Probe.Get("ListGuests", [CaseFile], world.CaseId, id => $"api/cases/{id}/guests"),
        Probe.Post("ProposeGuest", [CasePresiding], world.Rooms[JointRoom], id => $"api/rooms/{id}/guests", _ => new ProposeGuestRequest(Guid.CreateVersion7(), "", "", GuestCapacity.Expert, null, "")),
        Probe.Post("InviteGuestAgain", [CasePresiding], world.Guests[JointRoom], id => $"api/guests/{id}/invitation", _ => new { }),
        .. world.Guests.Select(guest => Probe.Post("AnswerGuest", [guest.Key], guest.Value, id => $"api/guests/{id}/answer", _ => new AnswerGuestRequest(false))),
        Probe.Post("WithdrawGuest", [CasePresiding], world.Guests[JointRoom], id => $"api/guests/{id}/withdraw", _ => new { }),
    ];

    private static IEnumerable<Probe> OfHolds(VisibilityWorld world) =>
    [
        Probe.Get("ReadPanel", [CasePresiding], world.CaseId, id => $"api/cases/{id}/panel"),
        Probe.Post("AskIntoPanel", [CasePresiding], world.CaseId, id => $"api/cases/{id}/panel", _ => new AskIntoPanelRequest([])),
        Probe.Post("StartHold", [CasePresiding], world.Rooms[JointRoom], id => $"api/rooms/{id}/hold", _ => new StartHoldRequest(new string('长', 501))),
        Probe.Post("ReleaseHeld", [CasePresiding], world.Rooms[JointRoom], id => $"api/rooms/{id}/held/{Guid.CreateVersion7()}/release", _ => new { }),
        Probe.Post("ReturnHeld", [CasePresiding], world.Rooms[JointRoom], id => $"api/rooms/{id}/held/{Guid.CreateVersion7()}/return", _ => new ReturnHeldRequest("")),
        new Probe("WriteAgenda", [CasePresiding], world.Rooms[JointRoom], (visitor, _, id) => Cases.KeepingPrivateNotes.PutAsync(visitor, $"api/rooms/{id}/agenda", new WriteAgendaRequest(-1, []))),
        Probe.Post("StartAgendaItem", [CasePresiding], world.Rooms[JointRoom], id => $"api/rooms/{id}/agenda/{Guid.CreateVersion7()}/start", _ => new { }),
        Probe.Post("EndAgendaItem", [CasePresiding], world.Rooms[JointRoom], id => $"api/rooms/{id}/agenda/{Guid.CreateVersion7()}/end", _ => new { }),
        Probe.Post("EndHold", [CasePresiding], world.Rooms[JointRoom], id => $"api/rooms/{id}/hold/end", _ => new EndHoldRequest(true, null)),
    ];

    private static IEnumerable<Probe> OfDifferentTimes(VisibilityWorld world)
    {
        string Path(Guid id) => $"api/cases/{id}/different-times";
        return
        [
            Probe.Get("ReadDifferentTimes", [CaseFile], world.CaseId, Path),
            Probe.Post("ProposeDifferentTimes", [CaseFile], world.CaseId, Path, _ => new ProposeDifferentTimesRequest(Guid.Empty, default, 0)),
            Probe.Post("AnswerDifferentTimes", [CaseFile], world.CaseId, id => $"{Path(id)}/{Guid.CreateVersion7()}/answer", _ => new AnswerDifferentTimesRequest(true)),
            Probe.Post("GiveTurn", [CasePresiding], world.CaseId, id => $"{Path(id)}/{Guid.CreateVersion7()}/turn", _ => new GiveTurnRequest(Guid.CreateVersion7())),
            Probe.Post("EndDifferentTimes", [CasePresiding], world.CaseId, id => $"{Path(id)}/{Guid.CreateVersion7()}/end", _ => new { }),
        ];
    }

    private static IEnumerable<Probe> OfVoices(VisibilityWorld world) =>
    [
        Probe.Get("ReadOpinion", [PartyVoice], world.AgreedCaseId, id => $"api/cases/{id}/opinion"),
        Probe.Post("GiveOpinion", [PartyVoice], world.AgreedCaseId, id => $"api/cases/{id}/opinion", _ => new GiveOpinionRequest(Guid.CreateVersion7(), 0, 0, 0, 0)),
        Probe.Get("ReadComplaints", [PartyVoice], world.AgreedCaseId, id => $"api/cases/{id}/complaints"),
        Probe.Post("FileComplaint", [PartyVoice], world.AgreedCaseId, id => $"api/cases/{id}/complaints", _ => new FileComplaintRequest(Guid.CreateVersion7(), ComplaintTarget.Mediator, ComplaintMatter.Other, "")),
        Probe.Post("AnswerComplaint", [Complaints], world.ComplaintId, id => $"api/complaints/{id}/answer", _ => new AnswerComplaintRequest(ComplaintFinding.NotUpheld, "")),
    ];

    private static IEnumerable<Probe> OfGuidance(VisibilityWorld world)
    {
        string Path(Guid id) => $"api/cases/{id}/guidance";
        Probe Guide(string operation, string act, object request) => Probe.Post(operation, [GuidanceQuestion], world.QuestionId, id => $"api/guidance/{id}/{act}", _ => request);
        var pairing = world.Guides.Pairing;
        return
        [
            Probe.Get("ReadCaseGuidance", [CasePresiding], world.CaseId, Path),
            Probe.Post("CheckGuidance", [CasePresiding], world.CaseId, id => $"{Path(id)}/check", _ => new CheckGuidanceRequest(["周永顺"], [], false)),
            Probe.Post("AskGuide", [CasePresiding], world.CaseId, Path, _ => GuideStage.Question(pairing, "周永顺")),
            // Of a question that has not been answered; an unknown one of the case is not found whoever asks.
            Probe.Post("ReplyToGuide", [CasePresiding], world.QuestionId, id => $"{Path(world.CaseId)}/{id}/reply", _ => new ReplyToGuideRequest(Guid.CreateVersion7(), "有。", [])),
            Guide("AskBack", "ask-back", new AskBackRequest(Guid.CreateVersion7(), "")),
            Guide("AnswerGuidance", "answer", new AnswerGuidanceRequest(Guid.CreateVersion7(), "", [])),
            Guide("CloseAnsweredQuestion", "close", new { }),
            Guide("GiveQuestionBack", "give-back", new { }),
            Guide("TakeQuestion", "take", new { }),
            Probe.Post("CloseQuestion", [CasePresiding], world.QuestionId, id => $"{Path(world.CaseId)}/{id}/close", _ => new { }),
            Probe.Post("MakePairing", [Pairings], world.Town.Union, _ => "api/pairings", id => new Contracts.Network.MakePairingRequest(id, world.Guides.Court)),
            Probe.Post("NameGuide", [Pairings], pairing, id => $"api/pairings/{id}/guides", _ => new Contracts.Network.NameGuideRequest("", "", Contracts.Network.GuideBackground.Judge)),
            Probe.Post("ReleaseGuide", [Pairings], pairing, id => $"api/pairings/{id}/guides/{world.GuideId}/end", _ => new { }),
            Probe.Post("EndPairing", [Pairings], pairing, id => $"api/pairings/{id}/end", _ => new { }),
        ];
    }

    /// <summary>Acts that are refused for want of words, after the right.</summary>
    private static IEnumerable<Probe> OfTheRecords(VisibilityWorld world)
    {
        Probe Keep(string operation, string act, object request) =>
            Probe.Post(operation, [CaseRecordsKeeping], world.AgreedCaseId, id => $"api/cases/{id}/records/{act}", _ => request);
        return
        [
            Probe.Get("ReadRecords", [CaseRecords], world.AgreedCaseId, id => $"api/cases/{id}/records"),
            Probe.Get("ExportCaseFile", [CaseFileCopy], world.AgreedCaseId, id => $"api/cases/{id}/file"),
            Probe.Post("AskForDeletion", [CaseRecordsActs], world.AgreedCaseId, id => $"api/cases/{id}/records/deletion-requests", _ => new AskForDeletionRequest(Guid.CreateVersion7(), "")),
            Keep("AnswerDeletion", $"deletion-requests/{world.DeletionRequestId}/answer", new AnswerDeletionRequest(DeletionAnswer.Refused, "")),
            Keep("ReclassifyCase", "class", new ReclassifyRequest(RetentionClass.Permanent, "")),
            Keep("HoldCase", "holds", new PlaceHoldRequest("", "")),
            Keep("ReleaseHold", $"holds/{world.HoldId}/release", new ReleaseHoldRequest("")),
            Keep("SealCase", "seal", new SealCaseRequest("")),
            Keep("OpenSealedCase", "openings", new OpenSealedCaseRequest(Guid.CreateVersion7(), "", 1)),
            Keep("EndOpening", $"openings/{world.OpeningId}/end", new { }),
        ];
    }

    private static IEnumerable<Probe> OfTheEnterprise(VisibilityWorld world) =>
    [
        Probe.Get("ReadEnterprise", [Enterprise], world.EnterpriseId, id => $"api/enterprises/{id}"),
        Probe.Post("GrantMandate", [EnterpriseActs], world.EnterpriseId, id => $"api/enterprises/{id}/mandates", _ => new GrantMandateRequest("", "", MandateScope.Consult, default)),
        Probe.Post("RevokeMandate", [EnterpriseActs], world.EnterpriseId, id => $"api/enterprises/{id}/mandates/revoke", _ => new RevokeMandateRequest(world.OnlyMandate)),
        Probe.Post("OpenDispute", [EnterpriseActs], world.EnterpriseId, id => $"api/enterprises/{id}/disputes", _ => EnterpriseStage.Dispute() with { Title = "" }),
    ];

    /// <summary>Last, for they end the sitting.</summary>
    private static IEnumerable<Probe> OfPresiding(VisibilityWorld world)
    {
        var joint = world.Rooms[JointRoom];
        return
        [
            Probe.Hub(nameof(IRoomHub.Admit), [CasePresiding], joint, id => new AdmitRequest(id, Guid.CreateVersion7())),
            Probe.Hub(nameof(IRoomHub.RemoveFromRoom), [CasePresiding], joint, id => new RemoveFromRoomRequest(id, Guid.CreateVersion7(), "无")),
            Probe.Hub(nameof(IRoomHub.OpenCaucus), [CasePresiding], world.CaseId, id => new OpenCaucusRequest(id, world.RespondentParty)),
            Probe.Hub(nameof(IRoomHub.OpenSession), [CasePresiding], joint, id => new OpenSessionRequest(id)),
            Probe.Hub(nameof(IRoomHub.AdjournSession), [CasePresiding], joint, id => new AdjournSessionRequest(id, null, null)),
            Probe.Hub(nameof(IRoomHub.OpenCall), [CasePresiding], joint, id => new OpenCallRequest(id)),
            Probe.Hub(nameof(IRoomHub.MuteInCall), [CasePresiding], joint, id => new MuteInCallRequest(id, Guid.CreateVersion7())),
            Probe.Hub(nameof(IRoomHub.EndCall), [CasePresiding], joint, id => new EndCallRequest(id)),
            Probe.Hub(nameof(IRoomHub.CloseSession), [CasePresiding], joint, id => new CloseSessionRequest(id, null)),
        ];
    }
}
