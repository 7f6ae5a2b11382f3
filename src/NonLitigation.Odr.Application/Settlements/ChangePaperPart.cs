using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// The presiding mediator's acts on the part that is signed by hand. Splitting off belongs to the drafting; printing and signing may also follow when the
/// case has ended as agreed, for people come to sign when they can.
/// </summary>
public sealed class ChangePaperPart(AgreementChange change)
{
    public Task<AgreementView> SplitOffAsync(Caller caller, Guid caseId, SplitOffRequest request, CancellationToken cancellation) => change.PresideAsync(caller, caseId, async act =>
    {
        var file = act.File;
        SettlementsRules.NotInMediation.When(file.Case.Stage != CaseStage.InMediation);
        if (file.Paper is null) act.File = file = file with { Paper = act.Db.Add(PaperPart.Begin(caseId, act.Now)).Entity };
        file.Paper!.Take(file.Agreement.SplitOff(request.ExpectedVersion, request.Clauses ?? [], request.Obligations ?? [], file.Heading, act.Now), act.Now);
        act.Origin = (Domain.Settlements.VersionOrigin.SplitOff, null);
        await act.StoreAsync();
    }, cancellation);

    public Task<AgreementView> DropAsync(Caller caller, Guid caseId, DropPaperClauseRequest request, CancellationToken cancellation) =>
        ActAsync(caller, caseId, (act, paper) => paper.Drop(request.Number, act.Now), null, cancellation);

    public Task<AgreementView> FixAsync(Caller caller, Guid caseId, CancellationToken cancellation) =>
        ActAsync(caller, caseId, (act, paper) => paper.Fix(act.File.Heading, act.Now), AgreementEntries.PaperFixed, cancellation);

    public Task<AgreementView> ReopenAsync(Caller caller, Guid caseId, CancellationToken cancellation) =>
        ActAsync(caller, caseId, (act, paper) => paper.Reopen(act.Now), AgreementEntries.PaperReopened, cancellation);

    public Task<AgreementView> RecordAsync(Caller caller, Guid caseId, RecordPaperSigningRequest request, CancellationToken cancellation) => change.PresideAsync(caller, caseId, async act =>
    {
        var paper = Of(act);
        // In the file already, or laid aside by himself: then it comes into the file with the signing, also when the case has ended.
        var scan = await act.Db.Set<Exhibit>().FirstOrDefaultAsync(
            e => e.Id == request.ScanId && (e.CaseId == caseId || (e.CaseId == null && e.RoomId == null && e.UploadedBy == act.File.Person)), cancellation);
        SettlementsRules.ScanMissing.When(scan is null || !(scan.MediaType == "application/pdf" || scan.MediaType.StartsWith("image/", StringComparison.Ordinal)));
        if (scan.IsUnfiled) scan.IntoCase(caseId);
        paper.Record(new(scan.Id, scan.Sha256, request.SignedOn, request.Place ?? ""), act.Today, act.Now);
        await act.StoreAsync(room => [AgreementEntries.PaperSigned(room, act.File.Person, paper)]);
    }, cancellation);

    private Task<AgreementView> ActAsync(
        Caller caller, Guid caseId, Action<AgreementAct, PaperPart> does, Func<Guid, Guid, PaperPart, Persistence.Rooms.EntryDraft>? entry, CancellationToken cancellation) =>
        change.PresideAsync(caller, caseId, async act =>
        {
            var paper = Of(act);
            does(act, paper);
            await act.StoreAsync(entry is null ? null : room => [entry(room, act.File.Person, paper)]);
        }, cancellation);

    private static PaperPart Of(AgreementAct act)
    {
        SettlementsRules.CaseEnded.When(act.File.Case.Stage == CaseStage.Closed);
        return act.File.Paper ?? throw SettlementsRules.PaperIsEmpty.Refused();
    }
}
