using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Tests.Negotiation;
using static NonLitigation.Odr.Application.Shared.SecuredObject;

namespace NonLitigation.Odr.Server.Tests.Visibility;

/// <summary>From the first proposal to the last instalment.</summary>
internal static class SettlementProbes
{
    public static IEnumerable<Probe> Of(VisibilityWorld world) =>
        [.. OfProposals(world), .. OfBlindRounds(world), .. OfTheAgreement(world), .. OfThePerformance(world), .. OfTheConfirmation(world)];

    private static IEnumerable<Probe> OfProposals(VisibilityWorld world) => world.Proposals.SelectMany(proposal => new[]
    {
        Probe.Get("ListProposals", [proposal.Key], world.Rooms[proposal.Key], id => $"api/rooms/{id}/proposals"),
        Probe.Post("MakeProposal", [proposal.Key], world.Rooms[proposal.Key], _ => "api/proposals",
            id => ProposalWire.Request(id, [world.RespondentParty], ProposalWire.Pays(world.RespondentParty, Guid.CreateVersion7(), 1))),
        Probe.Post("AnswerProposal", [proposal.Key], proposal.Value, id => $"api/proposals/{id}/answer", _ => new AnswerProposalRequest(Guid.CreateVersion7(), ProposalAnswer.Decline, "太少")),
        Probe.Post("WithdrawProposal", [proposal.Key], proposal.Value, id => $"api/proposals/{id}/withdraw", _ => new WithdrawProposalRequest(Guid.CreateVersion7(), null)),
    });

    private static IEnumerable<Probe> OfBlindRounds(VisibilityWorld world) =>
    [
        .. world.Proposals.Keys.SelectMany(what => new[]
        {
            Probe.Get("ListBlindRounds", [what], world.Rooms[what], id => $"api/rooms/{id}/blind-rounds"),
            Probe.Post("OpenBlindRound", [what], world.Rooms[what], _ => "api/blind-rounds", id => BlindWire.Bids(id, world.RespondentParty, Guid.CreateVersion7(), TimeSpan.FromDays(1))),
        }),
        Probe.Post("AnswerInSecret", [JointRoom], world.BlindRoundId, id => $"api/blind-rounds/{id}/bid", _ => new GiveBlindBidRequest(null, null, false)),
        Probe.Post("TakeBackBlindBid", [JointRoom], world.BlindRoundId, id => $"api/blind-rounds/{id}/take-back", _ => new { }),
        Probe.Post("CancelBlindRound", [JointRoom], world.BlindRoundId, id => $"api/blind-rounds/{id}/cancel", _ => new { }),
    ];

    private static IEnumerable<Probe> OfTheAgreement(VisibilityWorld world) =>
    [
        Probe.Get("ReadAgreement", [Agreement], world.CaseId, id => $"api/cases/{id}/agreement"),
        new("DraftAgreement", [CasePresiding], world.CaseId, async (visitor, _, id) =>
        {
            using var answer = await visitor.Http.PutAsync(new Uri($"api/cases/{id}/agreement", UriKind.Relative),
                System.Net.Http.Json.JsonContent.Create(new DraftAgreementRequest(-1, "", [], []), options: Server.Shared.OdrJson.Options));
            return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }),
        Probe.Post("FreezeAgreement", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/freeze", _ => new FreezeAgreementRequest(-1)),
        Probe.Post("ReopenAgreement", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/reopen", _ => new ReopenAgreementRequest("")),
        Probe.Get("ReadSheets", [CaseFile], world.CaseId, id => $"api/cases/{id}/sheets"),
        new("WriteSheet", [CasePresiding], world.CaseId, async (visitor, _, id) =>
        {
            using var answer = await visitor.Http.PutAsync(new Uri($"api/cases/{id}/sheets", UriKind.Relative),
                System.Net.Http.Json.JsonContent.Create(new WriteSheetRequest(SheetKind.UndisputedFacts, -1, "事实"), options: Server.Shared.OdrJson.Options));
            return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }),
        Probe.Get("DraftMinutes", [CasePresiding], world.CaseId, id => $"api/cases/{id}/sheets/minutes-draft"),
        Probe.Post("AskSheet", [CasePresiding], world.CaseId, id => $"api/cases/{id}/sheets/{world.SheetId}/ask", _ => new AskSheetRequest(-1)),
        Probe.Post("AnswerSheet", [CaseFile], world.CaseId, id => $"api/cases/{id}/sheets/{world.SheetId}/answer", _ => new AnswerSheetRequest("", true, null)),
        Probe.Get("ReadDrafting", [Agreement], world.CaseId, id => $"api/cases/{id}/agreement/drafting"),
        Probe.Post("LookedAtDraft", [Agreement], world.CaseId, id => $"api/cases/{id}/agreement/drafting/looked", _ => new LookedAtDraftRequest(1)),
        Probe.Get("CompareVersions", [Agreement], world.CaseId, id => $"api/cases/{id}/agreement/versions/0/difference/1"),
        Probe.Post("CommentOnDraft", [Agreement], world.CaseId, id => $"api/cases/{id}/agreement/comments", _ => new CommentOnDraftRequest(Guid.CreateVersion7(), 1, CommentPlace.Whole, null, "")),
        Probe.Post("CompareUnsaved", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/compare", _ => new DraftAgreementRequest(-1, "", [], [])),
        Probe.Post("RestoreVersion", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/restore", _ => new RestoreVersionRequest(1, -1, null)),
        Probe.Post("PutOnTable", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/table", _ => new PutOnTableRequest(-1)),
        Probe.Post("TakeOffTable", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/table/off", _ => new { }),
        Probe.Post("HoldEditLease", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/lease", _ => new HoldEditLeaseRequest(default)),
        Probe.Post("EndEditLease", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/lease/end", _ => new HoldEditLeaseRequest(default)),
        Probe.Get("ListTemplates", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/templates"),
        Probe.Post("ResolveDraftComment", [Agreement], world.CaseId, id => $"api/cases/{id}/agreement/comments/{world.CommentId}/resolve", _ => new { }),
        Probe.Post("SplitOffToPaper", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/paper/split", _ => new SplitOffRequest(-1, [], [])),
        Probe.Post("DropPaperClause", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/paper/drop", _ => new DropPaperClauseRequest(0)),
        Probe.Post("FixPaperPart", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/paper/fix", _ => new { }),
        Probe.Post("ReopenPaperPart", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/paper/reopen", _ => new { }),
        Probe.Post("RecordPaperSigning", [CasePresiding], world.CaseId, id => $"api/cases/{id}/agreement/paper/signed", _ => new RecordPaperSigningRequest(Guid.CreateVersion7(), default, "")),
        Probe.Get("PrintPaperPart", [Agreement], world.CaseId, id => $"api/cases/{id}/agreement/paper/print"),
        Probe.Get("ReadAgreementText", [Agreement], world.AgreementId, id => $"api/agreements/{id}/text"),
        Probe.Post("SignAgreement", [Agreement], world.AgreementId, id => $"api/agreements/{id}/sign", _ => new SignAgreementRequest(new string('0', 64), "无名", Guid.CreateVersion7())),
        Probe.Post("DeclineToSign", [Agreement], world.AgreementId, id => $"api/agreements/{id}/decline", _ => new DeclineToSignRequest(new string('0', 64), "不同意")),
        Probe.Get("DownloadOutcome", [Agreement], world.OutcomeId, id => $"api/outcomes/{id}"),
    ];

    /// <summary>Acts without an id of their own, which change nothing.</summary>
    private static IEnumerable<Probe> OfThePerformance(VisibilityWorld world)
    {
        Probe Act(string operation, string path, object request, SecuredObject what = PerformanceActs) =>
            Probe.Post(operation, [what], world.AgreedCaseId, id => $"api/cases/{id}/performance/{path}", _ => request);
        return
        [
            Probe.Get("ReadPerformance", [Performance], world.AgreedCaseId, id => $"api/cases/{id}/performance"),
            Act("ReportPerformance", "1/report", new ReportPerformanceRequest(default, 1, new(2026, 1, 1), null)),
            Act("ConfirmPerformance", "1/confirm", new ConfirmPerformanceRequest(default, default, 1, false, null)),
            Act("ContestPerformance", "1/contest", new ContestPerformanceRequest(default, default, "没有")),
            Act("RecordReceipt", "1/receipt", new RecordReceiptRequest(default, 1, new(2026, 1, 1), false, null)),
            Act("DisputePerformance", "1/dispute", new DisputePerformanceRequest(default, "没有")),
            Act("EndDispute", "1/dispute/end", new EndDisputeRequest(default, null)),
            Act("AnswerFollowUp", "follow-up", new AnswerFollowUpRequest(default, FollowUpFinding.Performed, 5, null)),
            Act("RemarkOnPerformance", "1/remark", new RemarkOnPerformanceRequest(default, "无"), PerformanceSupervision),
        ];
    }

    private static IEnumerable<Probe> OfTheConfirmation(VisibilityWorld world)
    {
        Probe Act<T>(string operation, string act, T request) where T : notnull =>
            Probe.Post(operation, [ConfirmationActs], world.AgreedCaseId, id => $"api/cases/{id}/confirmation{act}", _ => request);
        return
        [
            Probe.Get("ReadEnforcement", [Confirmation], world.AgreedCaseId, id => $"api/cases/{id}/enforcement"),
            Act("BeginConfirmation", "", new BeginConfirmationRequest(Guid.CreateVersion7(), "", new(null, null), "")),
            Act("JoinConfirmation", "/join", new JoinConfirmationRequest(Guid.CreateVersion7(), new(null, null), "")),
            Act("DeclineConfirmation", "/decline", new DeclineConfirmationRequest(Guid.CreateVersion7(), "")),
            Act("WithdrawConfirmation", "/withdraw", new WithdrawConfirmationRequest(null)),
            Act("SupplyConfirmation", "/supply", new SupplyConfirmationRequest(new(null, null), null)),
            Probe.Get("DownloadPacket", [ConfirmationActs], world.AgreedCaseId, id => $"api/cases/{id}/confirmation/packet"),
            Probe.Get("ReadAcceptance", [Agreement], world.AgreedCaseId, id => $"api/cases/{id}/acceptance"),
            Probe.Post("AcceptEnforcement", [ConfirmationActs], world.AgreedCaseId, id => $"api/cases/{id}/acceptance", _ => new AcceptEnforcementRequest(Guid.CreateVersion7(), "", "", default)),
            Probe.Get("ReadRoutes", [Confirmation], world.AgreedCaseId, id => $"api/cases/{id}/routes"),
            Probe.Post("ApplyForRoute", [ConfirmationActs], world.AgreedCaseId, id => $"api/cases/{id}/routes", _ => new ApplyForRouteRequest(Guid.CreateVersion7(), RouteAct.NotarialDeposit, [], null, null, null, new(null, null), "")),
            Probe.Post("SupplyRoute", [ConfirmationActs], world.AgreedCaseId, id => $"api/cases/{id}/routes/supply", _ => new SupplyRouteRequest(default, null, null)),
            Probe.Post("CollectDeposit", [ConfirmationActs], world.AgreedCaseId, id => $"api/cases/{id}/routes/collect", _ => new CollectDepositRequest(default)),
            Probe.Post("ObjectToOrder", [ConfirmationActs], world.AgreedCaseId, id => $"api/cases/{id}/routes/object", _ => new ObjectToOrderRequest(default, "无")),
        ];
    }
}
