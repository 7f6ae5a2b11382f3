using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Application.Archive;

internal static class RecordsViews
{
    /// <summary>A party sees his own requests and copies; who keeps the file all of it; holds and openings are the keepers' alone.</summary>
    public static CaseRecordsView View(this RecordsFile file, string callerName, DateTimeOffset now)
    {
        var (facts, keeps, kept) = (file.Facts, file.Keeps, file.Retention);
        var law = LawRules.On(Deadline.DayOf(now), LawRules.Deletion);
        var still = keeps && file.Obstacles.Count > 0 ? RetentionRules.StillNeeded(file.Obstacles) : null;
        return new(
            file.CaseId, facts.Case.Number, file.Organisation.Name, file.Organisation.Phone ?? "", kept is null ? null : Term(kept), kept?.SealedAt, kept?.SealedReason,
            file.Openings.Where(one => one.ReaderId == facts.PersonId && one.EndedAt is null && one.Until > now).Select(one => (DateTimeOffset?)one.Until).Max(), kept?.ErasedAt,
            file.IsHeld, keeps ? [.. file.Holds.Select(View)] : [],
            [.. file.Requests.Where(one => keeps || (facts.Party is { } me && one.PartyId == me.Id)).Select(one => file.View(one))],
            keeps ? [.. file.Openings.Select(View)] : [],
            [.. file.Copies.Where(one => keeps || one.PersonId == facts.PersonId).Select(one => new FileCopyView(one.Role, one.PersonId == facts.PersonId, one.At))],
            keeps && kept is { SealedAt: not null, ErasedAt: null } ? [.. file.Readers(callerName).Select(one => new SealReaderView(one.PersonId, one.Name))] : [],
            still is null ? null : new RefusalView(still.Code, still.Zh, still.En), law.Citation, [.. file.MayAct()]);
    }

    private static IEnumerable<string> MayAct(this RecordsFile file)
    {
        var (facts, kept) = (file.Facts, file.Retention);
        if (kept?.ErasedAt is not null) yield break;
        if (facts.Party is { } me && kept?.SealedAt is null && !file.Requests.Exists(one => one.PartyId == me.Id && one.Answer is null)) yield return "ask-deletion";
        if (facts.Sees(SecuredObject.CaseFileCopy)) yield return "download";
        if (!file.Keeps) yield break;
        yield return "keep";
        if (kept is { SealedAt: null } && file.Obstacles.Count == 0) yield return "seal";
        if (kept is { SealedAt: not null }) yield return "open";
    }

    internal static RetentionTermView Term(CaseRetention kept)
    {
        var law = LawRules.On(Deadline.DayOf(kept.AssignedAt), LawRules.KeepFile);
        return new((Contracts.Archive.RetentionClass)kept.Class, kept.Years, kept.Basis, kept.EndedOn, kept.EndsOn, law.Citation, law.Zh, law.En, law.Verified);
    }

    private static LegalHoldView View(LegalHold one) => new(one.Id, one.Requester, one.Reason, one.PlacedByName, one.PlacedAt, one.ReleasedAt, one.ReleaseReason);

    private static DeletionRequestView View(this RecordsFile file, DeletionRequest one) => new(
        one.Id, file.Facts.Case.Parties.FirstOrDefault(party => party.Id == one.PartyId)?.Name ?? "", one.PersonId == file.Facts.PersonId, one.Reason, one.AskedAt,
        (Contracts.Archive.DeletionAnswer?)one.Answer, one.AnswerReason, one.AnsweredAt);

    private static SealOpeningView View(SealOpening one) => new(one.Id, one.ReaderName, one.Reason, one.OpenedByName, one.OpenedAt, one.Until, one.EndedAt);
}
